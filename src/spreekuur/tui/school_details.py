"""The right of a school: who is to be reached there, and its data; also above it and beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from textual.content import Content

from spreekuur.rules.cells import columns
from spreekuur.rules.date_words import short_day
from spreekuur.tui import shown, signs
from spreekuur.tui.dossier_people import NO_CONTACT, short_role
from spreekuur.tui.dossier_rows import CONTACT, At, Lines
from spreekuur.tui.lines import MUTED, STRONG, WARN, line, paragraph, spread
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.days_off import ClosedDayView
from spreekuur.views.school import ContactView, SchoolView

SCHOOL = "school"
CLOSED = "dicht"
NOBODY = "Nog niemand. m voegt een contactpersoon toe."
NEVER_CLOSED = "Nog geen. d voegt een studiedag of toetsweek toe."
NO_RECEIVER = "Niemand krijgt terugkoppeling."
LABEL = 10
COLUMNS = (Column(LABEL), Column())


def details(
    school: SchoolView,
    closed: Sequence[ClosedDayView],
    today: date,
    room: int,
    *,
    shielded: bool,
) -> Lines:
    """Contact persons, who left, closed days still to come and the data, for `room` cells."""
    width = room - LABEL - 1
    lines: Lines = [Head("Contactpersonen")]
    for one in school.reached:
        told = f"{signs.YES} terugkoppeling" if one.receives_feedback else ""
        lines += _contact(one, told, width, shielded=shielded)
    if not school.reached:
        lines += [Head((row, MUTED)) for row in paragraph(NOBODY, room)]
    left = [one for one in school.contacts if one.left_on]
    lines += [Head(), Head("Vertrokken")] if left else []
    for one in left:
        since = short_day(one.left_on, today) if one.left_on else ""
        lines += _contact(one, since, width, shielded=shielded)
    lines += [Head(), *_closed(closed, today, room, shielded=shielded)]
    return [*lines, Head(), *_data(school, width)]


def _closed(
    closed: Sequence[ClosedDayView], today: date, room: int, *, shielded: bool
) -> Iterator[Row | Head]:
    """The days on which there is no spreekuur, earliest first."""
    yield Head("Dichte dagen")
    coming = [one for one in closed if one.last >= today]
    for one in coming:
        until = f" t/m {short_day(one.last, today)}" if one.last != one.first else ""
        name = shown.words(one.name, shielded)
        yield Row(At(CLOSED, one.id), ((short_day(one.first), MUTED), f"{name}{until}"))
    if not coming:
        yield from (Head((row, MUTED)) for row in paragraph(NEVER_CLOSED, room))


def school_head(school: SchoolView, width: int, *, shielded: bool) -> list[Content]:
    """Name, kind and number; to whom terugkoppeling goes."""
    facts = (school.sector, school.place, school.brin6)
    known = " · ".join(fact for fact in facts if fact)
    name = line((school.shown, STRONG), "  ", (known, MUTED))
    phone = line((school.phone, MUTED))
    first = spread(name, phone, width)
    if not school.receivers:
        return [first, *(line((row, WARN)) for row in paragraph(NO_CONTACT, width))]
    told = ", ".join(
        f"{shown.spoken(one.name, shielded)} ({short_role(one.role)})" for one in school.receivers
    )
    return [first, line(("Terugkoppeling  ", MUTED), told).truncate(width, ellipsis=True)]


def _contact(one: ContactView, right: str, width: int, *, shielded: bool) -> Lines:
    """Role and name with what is said at the right; below it number and address."""
    key = At(CONTACT, one.id)
    name = shown.spoken(one.name, shielded)
    reach = [shown.words(part, shielded) for part in (one.phone, one.email) if part]
    if columns(" · ".join(reach)) <= width:
        reach = [" · ".join(reach)]
    fits = columns(name) + columns(right) < width
    first = name + " " * (width - columns(name) - columns(right)) + right if fits else name
    classes = f"klas {one.classes}" if one.classes else ""
    below = [part for part in ("" if fits else right, classes, *reach) if part]
    role = (short_role(one.role), MUTED)
    rows = [Row(key._replace(part=n), ("", (part, MUTED))) for n, part in enumerate(below, 1)]
    return [Row(key, (role, first)), *rows]


def _data(school: SchoolView, width: int) -> Lines:
    """What is known of the school itself, each on a line."""
    where = f"{school.street} {school.house_number}".strip()
    town = f"{school.postcode}  {school.place}".strip()
    known = (
        ("naam", school.name),
        ("adres", where),
        ("", town),
        ("gemeente", school.municipality),
        ("telefoon", school.phone),
        ("website", school.website),
        ("sector", school.sector),
        ("vakantie", school.holiday_region),
        ("RMC", school.rmc_region),
        ("BRIN", school.brin6),
        ("lijst", school.source),
    )
    lines: Lines = [Head("Gegevens")]
    for label, value in known:
        for part, row in enumerate(paragraph(value, width) if value else ()):
            key = At(SCHOOL, school.id, len(lines))
            lines.append(Row(key, ((label if not part else "", MUTED), row)))
    return lines


def preview(school: SchoolView, width: int, *, shielded: bool) -> list[Content]:
    """A school in short: what it is called, where it is, and who is to be reached there."""
    facts = (school.sector, school.holiday_region, school.brin6)
    known = " · ".join(fact for fact in facts if fact)
    address = (f"{school.street} {school.house_number}", f"{school.postcode}  {school.place}")
    reach = (*address, school.phone, school.website)
    lines = [line((row, STRONG)) for row in paragraph(school.name, width)]
    lines += [line((known, MUTED))] if known else []
    said = [row for part in reach if part.strip() for row in paragraph(part.strip(), width)]
    lines += [line(""), *map(line, said)] if said else []
    lines += [line(""), line(("Contactpersonen", STRONG))]
    for one in school.reached:
        told = (f"{signs.YES} ", "") if one.receives_feedback else "  "
        name, role = shown.spoken(one.name, shielded), short_role(one.role)
        lines.append(line(told, name, (f"  {role}", MUTED)).truncate(width, ellipsis=True))
        reached = (shown.words(part, shielded) for part in (one.phone, one.email) if part)
        lines += [line((f"  {part}", MUTED)).truncate(width, ellipsis=True) for part in reached]
    if not school.receivers:
        lines += [line((row, MUTED)) for row in paragraph(NO_RECEIVER, width)]
    return lines
