"""What is typed from paper belongs to the right number, and in doubt to nobody."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from spreekuur.rules.labels import Attendance
from spreekuur.rules.names import PersonName
from spreekuur.rules.paper import breakable, file_name, first_names
from spreekuur.rules.paper_lines import PaperEntry, read_paper, split_marks

TEN = range(1, 11)


def only(text: str) -> PaperEntry:
    (entry,) = read_paper(text, TEN).entries
    return entry


@pytest.mark.parametrize(
    ("typed", "number", "came", "text"),
    [
        ("10 aanw", 10, Attendance.PRESENT, ""),
        ("3 nv", 3, Attendance.NO_SHOW, ""),
        ("4 laat", 4, Attendance.LATE, ""),
        ("4. Te laat. Bus gemist", 4, Attendance.LATE, "Bus gemist"),
        ("  7)  AANWEZIG:  slaapt beter", 7, Attendance.PRESENT, "slaapt beter"),
        ("2 niet verschenen", 2, Attendance.NO_SHOW, ""),
        ("2 afgem", 2, Attendance.CANCELLED, ""),
        ("2 niet gehaald", 2, Attendance.NOT_FETCHED, ""),
        ("2 nb", 2, Attendance.NOT_REACHED, ""),
        (
            "5 ziek Moeder belde. ! mentor: appt, vr",
            5,
            Attendance.SICK,
            "Moeder belde.\n! mentor: appt, vr",
        ),
        ("5 aanw = 6", 5, Attendance.PRESENT, "= 6"),
        ("5 aanw Fijn.\n* nu 4\n\n>>", 5, Attendance.PRESENT, "Fijn.\n* nu 4\n\n>>"),
        ("5 aanw\n   + ingesprongen", 5, Attendance.PRESENT, "+ ingesprongen"),
    ],
)
def test_an_entry(typed: str, number: int, came: Attendance, text: str) -> None:
    assert only(typed) == PaperEntry(number, came, text)


@pytest.mark.parametrize(
    "typed",
    [
        "11 aanw",
        "0 aanw",
        "3 keer te laat",
        "3",
        "3 aanwijzing",
        "3 a",
        "4 niet op tijd",
        "Slaapt beter.",
        "3 kwijt\nen wat daarbij hoort",
    ],
)
def test_in_doubt_nothing_is_taken_and_every_line_stays(typed: str) -> None:
    read = read_paper(typed, TEN)
    assert read.entries == ()
    assert read.doubtful == set(range(len(typed.split("\n"))))


def test_a_number_twice_is_asked_and_what_follows_it_goes_to_nobody() -> None:
    read = read_paper("3 aanw Goed.\n4 nv\n3 laat\nBus gemist.", TEN)
    assert [one.text for one in read.entries] == ["Goed.", ""]
    assert read.doubtful == {2, 3}


def test_marks_inside_a_line_count_only_behind_a_sentence() -> None:
    assert split_marks("Belt. ! mentor: appt, vr. >> ") == ("Belt.", "! mentor: appt, vr.", ">>")
    assert split_marks("gaat van 3 > 5 en + 2") == ("gaat van 3 > 5 en + 2",)
    assert split_marks("+ Sam komt. = 6") == ("+ Sam komt.", "= 6")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_read_line_by_line(text: str) -> None:
    read = read_paper(text, TEN)
    assert len(read.lines) == len(text.split("\n"))
    assert all(one.number in TEN for one in read.entries)


@given(
    st.lists(
        st.tuples(
            st.sampled_from([*map(str, range(13)), ""]),
            st.sampled_from(["aanw", "nv", "te laat", "ziek", "kwijt", "keer", ""]),
            st.text("ab.!+ =", max_size=12),
        )
    )
)
def test_no_word_gets_lost_and_none_goes_to_two(rows: list[tuple[str, str, str]]) -> None:
    """A line is in one entry, or it stays."""
    typed = [f"{number} {how} {said} w{at}" for at, (number, how, said) in enumerate(rows)]
    read = read_paper("\n".join(typed), TEN)
    kept = "\n".join(one.text for one in read.entries).split()
    stays = " ".join(typed[at] for at in read.doubtful).split()
    for at in range(len(rows)):
        assert (kept + stays).count(f"w{at}") == 1


def test_the_lines_below_are_split_at_marks_as_the_first_is() -> None:
    entry = only("1 aanw Goed.\nGing wel. > vr bellen\n  + ingesprongen. = 6\n\nKlaar")
    assert entry.text == "Goed.\nGing wel.\n> vr bellen\n  + ingesprongen.\n= 6\n\nKlaar"


def test_the_concierge_reads_first_names_and_one_initial_where_two_are_the_same() -> None:
    people = [
        PersonName("Sam", "de", "Groot"),
        PersonName("sam", "", "Kuipers"),
        PersonName("Samira", "", "Visser"),
        PersonName("", "", "Öztürk"),
        PersonName("Łukasz", "", "'t Hart"),
        PersonName("Lukasz", "", "El-Âmrani"),
    ]
    named = ["Sam G.", "sam K.", "Samira", "?", "Łukasz T.", "Lukasz E."]
    assert first_names(people) == named


def test_a_file_name_is_plain_and_names_nobody() -> None:
    day = date(2026, 11, 24)
    assert file_name("Veenwijzer", day, "concierge") == (
        "spreekuur-veenwijzer-2026-11-24-concierge.pdf"
    )
    assert file_name("../'t Kompas, Óost & West\x00", day, "mij") == (
        "spreekuur-t-kompas-oost-west-2026-11-24-mij.pdf"
    )
    assert file_name("漢字", day, "mij") == "spreekuur-school-2026-11-24-mij.pdf"


def test_endless_words_can_be_broken() -> None:
    assert "z" * 25 not in breakable("z" * 300)
    assert breakable("kort en \n goed") == "kort en goed"
