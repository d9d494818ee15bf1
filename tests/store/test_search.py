"""What was ever written about anyone must be found by any part of any word, however typed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from threading import Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlmodel import text as sql

from spreekuur.model import Conversation, FollowUp, Guardian, Pupil, School
from spreekuur.rules.text import fold
from spreekuur.store import search as finding
from spreekuur.store.casebook import Casebook
from tests.store.conftest import KEY

AT = datetime(2026, 11, 24, 12, 20, tzinfo=UTC)


def add(casebook: Casebook, *rows: Pupil | Guardian | School | Conversation | FollowUp) -> None:
    with casebook.change("Toegevoegd") as session:
        for row in rows:
            session.add(row)
            session.flush()


def talk(text: str) -> Conversation:
    return Conversation(kind="Telefoon", said_on=date(2026, 11, 24), written_at=AT, text=text)


def pupil(given: str = "", prefix: str = "", surname: str = "", phone: str = "") -> Pupil:
    return Pupil(given=given, prefix=prefix, surname=surname, phone=phone, added_at=AT)


def found(casebook: Casebook, question: str) -> list[tuple[str, int]]:
    return [(hit.kind, hit.row_id) for hit in casebook.search(question)]


def assert_index_true(casebook: Casebook) -> None:
    """Rank 1: the index is compared with the texts themselves, not only with itself."""
    with casebook.read() as connection:
        for kind in finding.FOLDED:
            index = f"search_{kind}"
            connection.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


@pytest.mark.parametrize(
    ("written", "question"),
    [
        ("Ziekteverzuim", "verzuim"),
        ("Ziekteverzuim", "ekteverz"),
        ("schoolverzuimt", "VERZUIM"),
        ("Hij is er 100% van de tijd", "100%"),
        ("status te_laat", "te_laat"),
        ("Vader komt om 7.30 uur", "7.30"),
        ('Hij zei "nee" en liep weg', '"nee"'),
        ("Hij zei “nee” en liep weg", '"nee"'),
        ("'s ochtends niet op gang", "’s ochtends"),
        ("café aan zee", "cafe\u0301"),
        ("cafe\u0301 aan zee", "CAFÉ"),
        ("één twee drie", "twee een"),
        ("moeder belt AND vader OR mentor", "and or"),
        ("text NOT NEAR(a b)", "near(a"),
        ("kolom folded: x*", "folded: x*"),
        ("Оксана Коваленко", "коваленк"),
        ("سارة محمد", "محم"),
        ("duim 👍🏽 omhoog", "👍🏽"),
        ("regel een\nregel twee", "een twee"),
    ],
)
def test_any_part_of_any_word_is_found(casebook: Casebook, written: str, question: str) -> None:
    add(casebook, talk("iets heel anders"), talk(written))
    assert found(casebook, question) == [("conversation", 2)]


@pytest.mark.parametrize(
    ("given", "prefix", "surname", "question"),
    [
        ("Özgür", "", "Demir", "ozgur"),
        ("Bo", "", "Smit", "bo"),
        ("Ayşe", "", "Yılmaz", "yilmaz"),
        ("İbrahim", "", "Şahin", "ibrahim sahin"),
        ("Łukasz", "", "Wiśniewski", "lukasz"),
        ("Noor", "van den", "Berg", "van den berg"),
        ("Noor", "van den", "Berg", "berg"),
        ("Noor", "van den", "Berg", "berg noor"),
        ("Jesse", "'t", "Hart", "‘t hart"),
        ("Strauß", "", "Ĳsbrand", "strauss ijs"),
    ],
)
def test_names_are_found_as_an_ordinary_keyboard_types_them(
    casebook: Casebook, given: str, prefix: str, surname: str, question: str
) -> None:
    add(casebook, pupil("Kees", "", "Jansma"), pupil(given, prefix, surname))
    assert found(casebook, question) == [("pupil", 2)]
    assert found(casebook, question.upper()) == [("pupil", 2)]


@pytest.mark.parametrize(
    ("written", "question"),
    [("1000 keer", "100%"), ("telaat te-laat", "te_laat"), ("ab", "a_"), ("verz erzu", "verzu")],
)
def test_only_the_very_letters_and_signs_are_found(
    casebook: Casebook, written: str, question: str
) -> None:
    add(casebook, talk(written))
    assert found(casebook, question) == []


@pytest.mark.parametrize(
    "stored", ["06-00 00 00 01", "0600000001", "+31 6 00000001", "06 00000001"]
)
@pytest.mark.parametrize(
    "question",
    [
        "0600000001",
        "06-00 00 00 01",
        "06-00000001",
        "06 00 00 00 01",
        "06.0000.0001",
        "(06) 00000001",
        "+31600000001",
        "+31 (0)6-00 00 00 01",
        "0031 6 0000 0001",
        "000001",
        "06-00",
        "sam 06-00000001",
        "06-00 00 00 01 sam",
    ],
)
def test_a_telephone_number_is_found_in_any_spacing(
    casebook: Casebook, stored: str, question: str
) -> None:
    add(casebook, pupil("Sam", phone=stored), pupil("Sam", phone="06-99 99 99 99"))
    assert found(casebook, question) == [("pupil", 1)]


def test_a_class_and_a_day_are_found_as_they_were_typed(casebook: Casebook) -> None:
    kees = pupil("Kees")
    kees.class_name = "4-2"
    add(casebook, kees, talk("spreekuur 24-11-2026"))
    assert found(casebook, "4-2") == [("pupil", 1)]
    assert found(casebook, "24-11-2026") == [("conversation", 1)]


def test_names_come_before_notes_and_the_newest_note_first(casebook: Casebook) -> None:
    add(casebook, talk("Sam belt"), talk("Sam komt"), pupil("Sam"), School(name="Samenwijzer"))
    kinds = ["pupil", "school", "conversation", "conversation"]
    assert [kind for kind, _ in found(casebook, "sam")] == kinds
    assert [row for _, row in found(casebook, "sam")][2:] == [2, 1]
    assert [hit.row_id for hit in casebook.search("sam", kinds=["conversation"], limit=1)] == [2]


def test_the_place_of_the_first_word_is_told(casebook: Casebook) -> None:
    add(casebook, talk("Moeder meldt Ziekteverzuim"))
    (hit,) = casebook.search("verzuim moeder")
    assert hit.position == "moeder meldt ziekteverzuim".index("verzuim")


def test_nothing_is_found_for_nothing(casebook: Casebook) -> None:
    add(casebook, talk("tekst"))
    for question in ("", "   ", "\n", "\0", "\u200b", "\u0301"):
        assert casebook.search(question) == []


def test_edits_cascades_and_undo_keep_the_index_true(casebook: Casebook) -> None:
    add(casebook, pupil("Sam"), Guardian(pupil_id=1, name="Ilse de Groot"))
    with casebook.change("Gewijzigd") as session:
        ilse = session.get(Guardian, 1)
        assert ilse
        ilse.name = "Inge Smit"
    assert found(casebook, "ilse") == []
    assert found(casebook, "inge") == [("guardian", 1)]
    assert_index_true(casebook)
    with casebook.change("Verwijderd") as session:
        session.delete(session.get(Pupil, 1))
    assert found(casebook, "inge") == []
    assert_index_true(casebook)
    casebook.undo()
    assert found(casebook, "inge") == [("guardian", 1)]
    casebook.undo()
    assert found(casebook, "ilse") == [("guardian", 1)]
    assert_index_true(casebook)


def test_what_plain_sql_changes_is_seen_by_the_index_too(casebook: Casebook) -> None:
    add(casebook, talk("oud"), talk("oud"))
    with casebook.change("Alles") as session:
        session.connection().execute(sql("UPDATE conversation SET folded = 'nieuw' WHERE id = 1"))
        session.connection().execute(sql("DELETE FROM conversation WHERE id = 2"))
    assert found(casebook, "nieuw") == [("conversation", 1)]
    assert found(casebook, "oud") == []
    assert_index_true(casebook)


def test_a_second_handle_searches_from_a_thread_while_the_first_one_writes(
    casebook: Casebook,
) -> None:
    add(casebook, talk("Ziekteverzuim"))
    answers: list[list[tuple[str, int]]] = []

    def look() -> None:
        beside = casebook.beside()
        answers.extend(found(beside, question) for question in ("verzuim", "zi"))
        beside.close()

    with casebook.change("Nog niet klaar") as session:
        session.add(talk("verzuim"))
        session.flush()
        thread = Thread(target=look)
        thread.start()
        thread.join()
        assert len(found(casebook, "verzuim")) == 2
    assert answers == [[("conversation", 1)], [("conversation", 1)]]


def naive(texts: list[str], question: str) -> list[int]:
    words = fold(question).split()
    hits = [n for n, text in enumerate(texts, 1) if all(word in fold(text) for word in words)]
    return hits[::-1] if words else []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """One file for many examples, each of which is undone."""
    file = tmp_path_factory.mktemp("zoeken") / "spreekuur.db"
    file.touch(mode=0o600)
    casebook = Casebook.create(file, KEY)
    yield casebook
    casebook.close()


@contextmanager
def holding(casebook: Casebook, *texts: str) -> Iterator[int]:
    """Hold these talks; gives the number before that of the first."""
    add(casebook, *(talk(text) for text in texts))
    try:
        with casebook.read() as connection:
            (first,) = connection.execute("SELECT min(id) FROM conversation").fetchone()
        yield first - 1
    finally:
        casebook.undo()


LETTERS = st.text(st.sampled_from("abeoéŁıİßŒ'\"%_*(): -\n0١中Я"), max_size=12)
ANYTHING = st.text(max_size=30)
TEXTS = st.lists(st.one_of(LETTERS, ANYTHING), min_size=1, max_size=4)


@settings(deadline=None)
@given(texts=TEXTS, questions=st.lists(st.one_of(LETTERS, ANYTHING), min_size=1, max_size=8))
def test_the_answer_is_that_of_reading_everything(
    empty: Casebook, texts: list[str], questions: list[str]
) -> None:
    with holding(empty, *texts) as before:
        for question in questions:
            rows = [row - before for _, row in found(empty, question)]
            assert rows == naive(texts, question)


@settings(deadline=None)
@given(text=st.one_of(LETTERS, ANYTHING), data=st.data())
def test_every_part_of_every_word_finds_its_text(
    empty: Casebook, text: str, data: st.DataObject
) -> None:
    with holding(empty, "", text) as before:
        for word in fold(text).split():
            start = data.draw(st.integers(0, len(word) - 1))
            end = data.draw(st.integers(start + 1, len(word)))
            assert found(empty, word[start:end]) == [("conversation", before + 2)]


@settings(deadline=None, max_examples=300)
@given(st.one_of(ANYTHING, st.text('"\0*():^+-{}~NEARANDOR ', max_size=40)))
def test_no_question_is_an_error(empty: Casebook, question: str) -> None:
    empty.search(question)


def test_after_all_that_the_index_is_true(empty: Casebook) -> None:
    assert_index_true(empty)
    with empty.read() as connection:
        assert connection.execute("SELECT count(*) FROM conversation").fetchone() == (0,)


def test_a_pasted_page_is_a_question_too(empty: Casebook) -> None:
    with holding(empty, "een tekst"):
        assert empty.search(" ".join(f"woord{n}" for n in range(5_000))) == []
        assert len(empty.search("tekst " * 5_000)) == 1
