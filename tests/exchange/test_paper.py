"""What lies on paper in a school: legible for whom it is for, and nobody's secret."""

from __future__ import annotations

import shutil
import stat
import subprocess
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pypdfium2
import pytest

from spreekuur.actions.goals import AgreementDetails, agree
from spreekuur.actions.office_hours import (
    Hours,
    free_place,
    give_place,
    mark_attendance,
    plan_office_hours,
)
from spreekuur.actions.pupils import PupilDetails, add_pupil
from spreekuur.exchange.paper import THROW_AWAY, Paper, paper, pdf, write_paper
from spreekuur.rules.labels import Attendance, Side
from spreekuur.rules.names import PersonName
from spreekuur.store.casebook import Casebook
from spreekuur.views.agenda import office_hours_by_id
from spreekuur.views.paper import numbered, own_rows
from tests.actions.conftest import NOOR, SAM, small_casebook

DAY = date(2026, 12, 15)
HOURS = 3
HOSTILE = "#let x = 1 [b] *vet* _it_ $x$ \\alpha @ref <l> `raw` // =1+1"
PEOPLE = (
    ("Zuzanna", "", "Wiśniewska", "gr. 5"),
    ("Łukasz", "", "El-Âmrani", "C"),
    ("Кириллица", "", "Иванова", "C"),
    ("#Sam[b]", "", "*Groot*", "$4H2$"),
    ("Sam", "", "Kuipers", "4H2"),
    *(("Ilyas", "", f"Nummer{at}", "2V3") for at in range(8)),
)


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    with small_casebook(tmp_path / "spreekuur.db") as book:
        plan_office_hours(book, Hours(1, DAY, time(9), time(16), room="kamer #1"))
        give_place(book, HOURS, SAM, reason="geheime reden")
        for given, prefix, surname, class_name in PEOPLE:
            name = PersonName(given, prefix, surname)
            pupil = add_pupil(book, PupilDetails(name, None, 1, class_name))
            give_place(book, HOURS, pupil, reason="geheime reden")
        agree(book, SAM, AgreementDetails("Ot Prins", Side.SCHOOL, f"belt Kuipers {HOSTILE}", DAY))
        yield book


def made(casebook: Casebook, kind: Paper) -> bytes:
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        return pdf(paper(connection, hours, kind, DAY), kind)


def pages(data: bytes) -> list[str]:
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def test_the_concierge_reads_when_who_and_which_class_and_nothing_more(
    casebook: Casebook,
) -> None:
    mark_attendance(casebook, 3, Attendance.CANCELLED)
    text = "\n".join(pages(made(casebook, Paper.CONCIERGE)))
    assert "9:00 Sam" in text
    for surname in ("Groot", "Berg", "Wiśniewska", "El-Âmrani", "Иванова", "Nummer"):
        assert surname not in text
    for given in ("Łukasz", "Кириллица", "#Sam[b]", "$4H2$"):
        assert given in text
    assert "geheime" not in text
    assert "Prins" not in text
    assert "kamer #1" in text
    assert THROW_AWAY in text


def test_her_own_paper_has_the_numbers_she_types_and_initials(casebook: Casebook) -> None:
    found = pages(made(casebook, Paper.HER))
    assert len(found) > 2
    assert all("Spreekuur dinsdag 15 december 2026" in page for page in found)
    assert f"1 / {len(found)}" in found[0]
    text = "\n".join(found)
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        numbers = numbered(connection, hours)
    for number, place in numbers.items():
        assert place.name
        at = f"{place.at.hour}:{place.at.minute:02d}"
        assert f"{number} {at} {place.name.initials}" in text
    for name in ("Groot", "Kuipers", "Wiśniewska", "Prins", "geheime"):
        assert name not in text
    assert "belt K. #let x = 1 [b] *vet* _it_ $x$ \\alpha @ref <l> `raw` // =1+1" in " ".join(
        text.split()
    )


def by_number(casebook: Casebook) -> dict[int, int | None]:
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        return {number: one.appointment_id for number, one in numbered(connection, hours).items()}


def test_whatever_happens_after_printing_the_others_keep_their_number(casebook: Casebook) -> None:
    before = by_number(casebook)
    mark_attendance(casebook, before[1] or 0, Attendance.SICK)
    assert by_number(casebook) == before
    added = give_place(casebook, HOURS, NOOR, at=time(9))
    assert by_number(casebook) == {**before, len(before) + 1: added}
    free_place(casebook, before[2] or 0)
    left = by_number(casebook)
    assert left == {**{n: one for n, one in before.items() if n != 2}, len(before) + 1: added}
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        rows = [row for row in own_rows(connection, hours, DAY) if row.number]
    assert [row.at for row in rows] == sorted(row.at for row in rows)
    assert {row.number for row in rows} == left.keys()


def test_a_paper_is_hers_alone_and_never_over_another(casebook: Casebook, tmp_path: Path) -> None:
    names = []
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        for _ in range(2):
            written = write_paper(connection, hours, Paper.CONCIERGE, DAY, tmp_path)
            names.append(written.name)
            assert stat.S_IMODE(written.stat().st_mode) == 0o600
    assert names == [
        "spreekuur-veenwijzer-2026-12-15-concierge.pdf",
        "spreekuur-veenwijzer-2026-12-15-concierge-2.pdf",
    ]


@pytest.mark.skipif(
    not (shutil.which("pdftotext") and shutil.which("pdftoppm")),
    reason="poppler (pdftotext, pdftoppm) is not installed",
)
@pytest.mark.parametrize("kind", Paper)
def test_another_program_reads_it_too(casebook: Casebook, tmp_path: Path, kind: Paper) -> None:
    file = tmp_path / "blad.pdf"
    file.write_bytes(made(casebook, kind))
    read = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, check=True)
    text = read.stdout.decode()
    assert "Spreekuur dinsdag 15 december 2026" in text
    assert "Kuipers" not in text
    assert "geheime" not in text
    subprocess.run(["pdftoppm", "-r", "40", "-png", str(file), str(tmp_path / "b")], check=True)
    assert list(tmp_path.glob("b*.png"))


def test_an_endless_room_can_be_broken_too(casebook: Casebook) -> None:
    number = plan_office_hours(casebook, Hours(1, DAY, time(17), time(18), room="x" * 200))
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, number)
        assert hours
        where = paper(connection, hours, Paper.CONCIERGE, DAY).data["where"]
    assert max(map(len, where.replace("\u200b", " ").split())) <= 24


def test_names_are_looked_for_once_however_long_the_list(casebook: Casebook) -> None:
    with casebook.read() as connection:
        hours = office_hours_by_id(connection, HOURS)
        assert hours
        asked: list[str] = []
        connection.set_trace_callback(asked.append)
        assert len(own_rows(connection, hours, DAY)) > 10
        connection.set_trace_callback(None)
    assert sum("FROM guardian" in sql and "pupil_id" not in sql for sql in asked) == 1
