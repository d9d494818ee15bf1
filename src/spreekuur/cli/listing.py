"""`importeer spreekuurlijst`: the list that a school sends, put in the places of a spreekuur."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from spreekuur.cli.opening import opened
from spreekuur.cli.options import Asked, calendar_day, day_option, file_option, json_option
from spreekuur.cli.out import refuse, say, show, show_json
from spreekuur.cli.piped import content, text_of
from spreekuur.cli.shell import Misuse, Verb
from spreekuur.rules.labels import STILL_HELD

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from spreekuur.exchange.list_matches import ListMatch
    from spreekuur.exchange.list_remarks import Remarks
    from spreekuur.exchange.reading import Refused
    from spreekuur.rules.list_flags import Listed
    from spreekuur.store.casebook import Casebook
    from spreekuur.views.agenda import OfficeHoursView

NO_ROOM = "geen vrije plek: op de wachtlijst"
NO_ONE = "Niemand van deze lijst is herkend."
NO_FREE = "Er is geen plek vrij."


@click.command("spreekuurlijst", cls=Verb)
@click.argument("source", metavar="BESTAND|-", type=click.Path(path_type=Path))
@click.option("--school", metavar="SCHOOL", help="Van wie de lijst is: BRIN of naam.")
@day_option("Van welke dag het spreekuur is.")
@click.option("--proef", "trial", is_flag=True, help="Tel alleen, zet niemand op de lijst.")
@json_option
@file_option
@click.pass_obj
def school_list(asked: Asked, source: Path, school: str | None, trial: bool, as_json: bool) -> None:
    """De lijst van een school voor een spreekuur.

    Op elke regel een naam, en zo mogelijk klas, reden en tijd. Wie wordt herkend krijgt een plek
    of komt op de wachtlijst; wie in een andere gemeente woont staat bij collega. De andere regels
    worden genoemd, en wat er van iemand te weten is.
    """
    from spreekuur.actions.place import NotHeld
    from spreekuur.cli.who import hours_at, the_school
    from spreekuur.exchange.list_matches import ListMatcher
    from spreekuur.exchange.list_places import place_list
    from spreekuur.exchange.school_list import read_school_list

    if school is None or asked.day is None:
        missing = "--school" if school is None else "--datum"
        raise Misuse(f"{missing} ontbreekt.", click.get_current_context())
    reading = read_school_list(text_of(content(source)))
    with opened(asked) as casebook:
        hours = hours_at(casebook, the_school(casebook, school), asked.day, "gezet")
        if hours.status not in STILL_HELD:
            raise NotHeld
        with casebook.read() as connection:
            matches = ListMatcher(connection, hours).match(reading)
        flags, elsewhere = _known_of(matches, _remarks(casebook, hours))
        waiting, full = _without_room(hours, matches, elsewhere)
        for line in waiting:
            flags[line].append(NO_ROOM)
        refused = (*reading.refused, *full)
        if not trial:
            place_list(casebook, hours, matches, calendar_day(), colleague=elsewhere)
    counts = _counted(matches, len(full)) | {"waiting": len(waiting)}
    warnings = [(line, ", ".join(found)) for line, found in flags.items() if found]
    _tell(matches, refused, warnings)
    if as_json:
        show_json(_shape(hours, counts, matches, refused, warnings))
    else:
        show(_summary(counts))
    _end(counts, trial=trial, full=bool(full))


def _end(counts: Mapping[str, int], *, trial: bool, full: bool) -> None:
    """Refuse when nobody of the list is on it now; else say what can be done."""
    if not counts["new"] + counts["unchanged"]:
        refuse(f"{NO_FREE if full else NO_ONE} Er is niets gezet.")
    if trial:
        say("Proef: er is niets gezet.")
    elif counts["new"]:
        say("spreekuur ongedaan haalt de hele lijst weer weg.")


def _remarks(casebook: Casebook, hours: OfficeHoursView) -> Remarks:
    """What is known of who may stand on this list."""
    from spreekuur.exchange.list_remarks import Remarks
    from spreekuur.views.listed import closes_on, listed

    def known(pupil_ids: Collection[int]) -> Mapping[int, Listed]:
        with casebook.read() as connection:
            return listed(connection, pupil_ids, hours.day)

    with casebook.read() as connection:
        closing = closes_on(connection, hours.id)
    return Remarks(known, hours, calendar_day(), closing)


def _known_of(
    matches: Sequence[ListMatch], remarks: Remarks
) -> tuple[dict[int, list[str]], set[int]]:
    """By line what is known of who is meant, and the lines that are for a colleague elsewhere."""
    from spreekuur.exchange.list_matches import MatchStatus

    people = {
        one.row.line: one.pupil_id
        for one in matches
        if one.status is MatchStatus.MATCHED and one.pupil_id
    }
    flags = {line: [flag.long for flag in found] for line, found in remarks.of(people).items()}
    return flags, {line for line, one in people.items() if remarks.belongs_elsewhere(one)}


def _without_room(
    hours: OfficeHoursView, matches: Sequence[ListMatch], elsewhere: Collection[int]
) -> tuple[list[int], list[Refused]]:
    """The lines that wait for a place, and the casuïstiekbesprekingen, which can't."""
    from spreekuur.exchange.list_matches import MatchStatus
    from spreekuur.exchange.list_places import FULL, own_places
    from spreekuur.exchange.reading import Refused

    taking = (MatchStatus.MATCHED, MatchStatus.DISCUSSION)
    rows = [one.row for one in matches if one.status in taking]
    left = [row for row, at in own_places(hours, rows, elsewhere) if at is None]
    full = [Refused(row.line, FULL) for row in left if row.discussion]
    return [row.line for row in left if not row.discussion], full


def _counted(matches: Sequence[ListMatch], without_room: int) -> dict[str, int]:
    """By status, and what an import counts: who already had a place is `unchanged`."""
    from spreekuur.exchange.list_matches import MatchStatus

    counts = {status.value: 0 for status in MatchStatus}
    for match in matches:
        counts[match.status] += 1
    doubles = (match for match in matches if match.status is MatchStatus.DOUBLE)
    already = {match.pupil_id for match in doubles if match.double_of is None}
    new = counts[MatchStatus.MATCHED] + counts[MatchStatus.DISCUSSION] - without_room
    return {"new": new, "changed": 0, "unchanged": len(already), **counts}


def _tell(
    matches: Sequence[ListMatch],
    refused: Sequence[Refused],
    warnings: Sequence[tuple[int, str]],
) -> None:
    """Every line that got no place, with the reason, and what to reckon with, in its order."""
    from spreekuur.exchange.list_matches import MatchStatus

    reasons = [*warnings, *((one.line, one.reason) for one in refused)]
    reasons += [
        (match.row.line, _reason(match))
        for match in matches
        if match.status not in (MatchStatus.MATCHED, MatchStatus.DISCUSSION)
    ]
    for line, reason in sorted(reasons):
        say(f"Regel {line}: {reason}")


def _reason(match: ListMatch) -> str:
    if match.double_of is not None:
        return f"staat ook op regel {match.double_of}"
    if match.pupil is not None:
        return "staat al op de lijst van dit spreekuur"
    if not match.candidates:
        return f"geen jongere van deze school: {match.row.text}"
    meant = (f"{one.ref} {one.name.spoken} {one.class_name}".strip() for one in match.candidates)
    return f"wie is bedoeld? {', '.join(meant)}"


def _summary(counts: dict[str, int]) -> str:
    waits = counts["waiting"]
    parts = (
        f"{counts['new'] - waits} op de lijst",
        *([f"{waits} op de wachtlijst"] if waits else ()),
        f"{counts['double']} dubbel",
        f"{counts['ambiguous']} onduidelijk",
        f"{counts['unknown']} onbekend",
    )
    return f"{', '.join(parts)}."


def _shape(
    hours: OfficeHoursView,
    counts: dict[str, int],
    matches: Sequence[ListMatch],
    refused: Sequence[Refused],
    warnings: Sequence[tuple[int, str]],
) -> dict[str, object]:
    return {
        "office_hours": hours.ref,
        **counts,
        "refused": [{"line": one.line, "reason": one.reason} for one in refused],
        "warnings": [f"Regel {line}: {text}" for line, text in warnings],
        "lines": [
            {
                "line": one.row.line,
                "status": one.status.value,
                "pupil": one.pupil.ref if one.pupil else None,
                "candidates": [candidate.ref for candidate in one.candidates],
            }
            for one in matches
        ],
    }
