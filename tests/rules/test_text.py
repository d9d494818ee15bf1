"""Text comes from anywhere: what is kept must be harmless, and what is searched must be found."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from spreekuur.rules.text import clean, fold

TRAPS = (
    "aéE\u0301\u0308ıłØĳßŉ´’`“ \t\n\r\v\f\x00\x1b\x7f\x85\x9b\u00a0\u00ad\u200b\u200d\u202e\u2028"
)
TRAPS += "\ufe0f\ufeff\ud800\u0345ᾳΣς가각\u1161ক\u09c7\u09beﷺ™Ａ❤♂😀👩🏽🚀\u0958"
UNSEEN = {"Cc", "Cf", "Cs", "Zs", "Zl", "Zp"}
texts = st.text() | st.text(TRAPS, max_size=40)
patient = settings(deadline=None, max_examples=300)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("e\u0301", "é"),
        ("Sam\x00 de\x1b]0;Groot\x07", "Sam de]0;Groot"),
        ("\u202eSam\u200b de\ufeff Gr\u00adoot\x9b", "Sam de Groot"),
        ("Sam\ud800 de Groot", "Sam de Groot"),
        ("Sam\tde\u00a0Groot  ", "Sam de Groot"),
        ("Sam\r\nde\nGroot\u2028een\u2029twee\x85drie", "Sam de Groot een twee drie"),
        ("S\u200dam", "Sam"),
        (
            "👩\u200d🚀 ❤\ufe0f\u200d🔥 🧑🏽\u200d⚕\ufe0f",
            "👩\u200d🚀 ❤\ufe0f\u200d🔥 🧑🏽\u200d⚕\ufe0f",
        ),
        ("👩\u200d", "👩"),
        ("  + ingesprongen", "  + ingesprongen"),
        ("[bold]x[/bold] =1+1 @SOM", "[bold]x[/bold] =1+1 @SOM"),
        ("سام", "سام"),
    ],
)
def test_a_single_line_keeps_what_can_be_read(typed: str, kept: str) -> None:
    assert clean(typed) == kept


def test_a_note_keeps_its_lines_whatever_ended_them() -> None:
    typed = "een\r\ntwee\rdrie\nvier\u2028vijf\u2029zes\x85zeven\vacht\fnegen\n\n  tien "
    kept = "een\ntwee\ndrie\nvier\nvijf\nzes\nzeven\nacht\nnegen\n\n  tien "
    assert clean(typed, multiline=True) == kept


def test_a_text_is_cut_at_the_limit() -> None:
    assert clean("x" * 30_000) == "x" * 20_000
    assert clean("é" * 30_000, multiline=True) == "é" * 20_000
    assert clean("e\u0301" * 10, limit=10) == "é" * 10
    assert clean("Sam de Groot", limit=4) == "Sam"
    assert clean("👩\u200d🚀", limit=2) == "👩"


def test_an_endless_run_of_accents_does_not_hold_up_the_screen() -> None:
    assert len(clean("a" + "\u0323\u0301" * 500_000, limit=200)) == 200


@patient
@given(texts, st.booleans(), st.integers(0, 60))
def test_what_is_kept_holds_nothing_unseen_and_stays_the_same(
    text: str, multiline: bool, limit: int
) -> None:
    kept = clean(text, multiline=multiline, limit=limit)
    others = set(kept) - set(" \n\u200d" if multiline else " \u200d")
    assert not UNSEEN & {unicodedata.category(character) for character in others}
    assert unicodedata.is_normalized("NFC", kept)
    assert len(kept) <= limit
    assert multiline or not kept.endswith(" ")
    assert clean(kept, multiline=multiline, limit=limit) == kept


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Yılmaz", "yilmaz"),
        ("YILMAZ", "yilmaz"),
        ("İpek", "ipek"),
        ("Łukasz", "lukasz"),
        ("Özgür", "ozgur"),
        ("O\u0308zgu\u0308r", "ozgur"),
        ("Wiśniewska", "wisniewska"),
        ("Bjørn Ǿystein", "bjorn oystein"),
        ("Đorđe Guðrún Þóra", "dorde gudrun thora"),
        ("Weiß Æsop Œuvre", "weiss aesop oeuvre"),
        ("ĲSBRAND Ĳsbrand ĳsbrand IJsbrand", "ijsbrand ijsbrand ijsbrand ijsbrand"),
        ("Nguyễn El-Âmrani Zoë", "nguyen el-amrani zoe"),
        ("Məmmədov Tŋ Ħ", "memmedov tn h"),
        ("’t Hart ‘t Hart `t Hart ´t Hart", "'t hart 't hart 't hart 't hart"),
        ("„Oost & West”", '"oost & west"'),
        ("Groot – Bakker", "groot - bakker"),
        ("  Sam \t de\n\nGroot ", "sam de groot"),
        ("Ziekteverzuim 100% te_laat", "ziekteverzuim 100% te_laat"),
        ("ΣΊΣΥΦΟΣ Σίσυφος", "σισυφοσ σισυφοσ"),
        ("", ""),
    ],
)
def test_case_accents_and_kinds_of_quotes_do_not_hide_a_word(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_text_that_grows_when_it_is_composed_is_folded_to_its_end() -> None:
    assert fold("\u0958" * 50) == "क" * 50


@patient
@given(texts)
def test_folding_again_or_cleaning_around_it_changes_nothing(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert clean(folded, limit=len(folded)) == folded
    assert fold(clean(text, multiline=True, limit=len(text) * 3)) == folded
    assert folded == " ".join(folded.split())


@given(st.text(st.characters(codec="ascii")), st.text(TRAPS, max_size=10))
def test_plain_text_folds_alone_as_it_does_beside_foreign_letters(plain: str, other: str) -> None:
    assert fold(f"{plain} é {other}").startswith(f"{fold(plain)} e".lstrip())


@pytest.mark.parametrize("word", ["verzuim", "bo", "ozgur", "VERZUIM"])
def test_a_part_of_a_word_is_found_as_typed(word: str) -> None:
    assert fold(word) in fold("Ziekteverzuim van Bo Özgür")
