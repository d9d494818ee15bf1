"""A saved note opens as it was read when it was written, and as fast as it was read then."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from time import perf_counter

import pytest

from spreekuur.actions.notes import About, save_note
from spreekuur.rules.note import parse_note
from spreekuur.store.casebook import Casebook
from spreekuur.views.saved_note import SavedNote, saved_note

TODAY = date(2026, 11, 24)


def opened(casebook: Casebook, text: str) -> SavedNote:
    number = save_note(casebook, text, About(), today=TODAY).conversation_id
    with casebook.read() as connection:
        found = saved_note(connection, number, TODAY)
    assert found
    return found


def seconds(work: Callable[[], object]) -> float:
    """The shortest of three times."""
    times = []
    for _ in range(3):
        begin = perf_counter()
        work()
        times.append(perf_counter() - begin)
    return min(times)


@pytest.mark.parametrize("line", ["Gewoon een regel tekst van een gesprek.", "> vr moeder bellen"])
def test_a_long_note_is_not_read_for_every_day_it_may_be_of(casebook: Casebook, line: str) -> None:
    text = "\n".join([line] * 500)
    found = opened(casebook, text)
    number = found.entry.conversation_id
    assert number

    def open_again() -> None:
        with casebook.read() as connection:
            saved_note(connection, number, TODAY)

    assert seconds(open_again) < 6 * seconds(lambda: parse_note(text, found.context))


def test_tomorrow_is_the_day_after_it_was_written(casebook: Casebook) -> None:
    found = opened(casebook, "@ gisteren moeder\n> morgen bellen\nGoed gesprek.")
    assert found.entry.on == date(2026, 11, 23)
    assert found.context.today == TODAY


def test_a_note_of_text_alone_reads_as_of_its_own_day(casebook: Casebook) -> None:
    assert opened(casebook, "Goed gesprek.").context.today == TODAY
