"""The `.ics` on disk: private, never over a file of another, and updated where it was read."""

from __future__ import annotations

import stat
import subprocess
import sysconfig
from datetime import date, time
from pathlib import Path

import pytest

from spreekuur.actions.office_hours import Hours, plan_office_hours
from spreekuur.exchange.ics import NotOurCalendar, agenda_ics, write_agenda
from spreekuur.store.casebook import Casebook
from spreekuur.store.errors import NotWritable
from tests.exchange.conftest import set_hours
from tests.tui.builder import DAY

KHAL = Path(sysconfig.get_path("scripts")) / "khal"
KHAL_CONFIG = """[calendars]
[[spreekuren]]
path = {home}/spreekuren
[locale]
local_timezone = Europe/Amsterdam
default_timezone = Europe/Amsterdam
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[sqlite]
path = {home}/khal.db
"""


def test_the_file_is_private_and_takes_the_place_of_an_earlier_one_only(
    filled: Casebook, tmp_path: Path
) -> None:
    target = tmp_path / "agenda.ics"
    write_agenda(filled, target, DAY)
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    once = target.read_bytes()
    assert once == agenda_ics(filled, DAY)
    set_hours(filled, 1, room="aula")
    write_agenda(filled, target, DAY)
    assert target.read_bytes() == agenda_ics(filled, DAY) != once


@pytest.mark.parametrize(
    "there",
    [
        b"",
        b"verslag van dinsdag",
        b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Google//NL\r\nEND:VCALENDAR\r\n",
        b"PRODID:-//spreekuur//agenda//NL\r\n",
    ],
)
def test_nothing_else_is_written_over(filled: Casebook, tmp_path: Path, there: bytes) -> None:
    target = tmp_path / "agenda.ics"
    target.write_bytes(there)
    with pytest.raises(NotOurCalendar):
        write_agenda(filled, target, DAY)
    assert target.read_bytes() == there
    link = tmp_path / "elders.ics"
    link.symlink_to(tmp_path / "nergens")
    for place in (link, tmp_path):
        with pytest.raises(NotOurCalendar):
            write_agenda(filled, place, DAY)
    for nowhere in ("er is geen map/agenda.ics", "agenda.ics/agenda.ics", "a" * 300, "a\0b"):
        with pytest.raises(NotWritable):
            write_agenda(filled, tmp_path / nowhere, DAY)


@pytest.mark.skipif(not KHAL.exists(), reason="khal is niet geïnstalleerd")
def test_khal_reads_it_and_a_newer_one_updates_what_is_there(
    filled: Casebook, tmp_path: Path
) -> None:
    home = tmp_path / "khal"
    (home / "spreekuren").mkdir(parents=True)
    (home / "config").write_text(KHAL_CONFIG.format(home=home), encoding="utf-8")
    for on in (date(2026, 10, 19), date(2026, 10, 26)):
        plan_office_hours(filled, Hours(2, on, time(9), time(11)))
    target = tmp_path / "agenda.ics"
    write_agenda(filled, target, DAY)
    _khal(home, "import", "--batch", str(target))
    assert _listed(home) == [
        "2026-10-19 09:00 11:00 Spreekuur Kompas",
        "2026-10-26 09:00 11:00 Spreekuur Kompas",
        "2026-11-24 13:00 16:30 Spreekuur Veenwijzer",
        "2026-12-08 13:00 16:30 Spreekuur Veenwijzer",
    ]
    set_hours(filled, 1, status="vervallen")
    set_hours(filled, 2, day=date(2026, 12, 10), starts=time(14))
    write_agenda(filled, target, DAY)
    _khal(home, "import", "--batch", str(target))
    assert _listed(home)[2:] == [
        "2026-11-24 13:00 16:30 Vervallen: Spreekuur Veenwijzer CANCELLED",
        "2026-12-10 14:00 16:30 Spreekuur Veenwijzer",
    ]
    for _ in range(3):
        filled.undo()
    write_agenda(filled, target, DAY)
    _khal(home, "import", "--batch", str(target))
    assert _listed(home)[1:3] == [
        "2026-10-26 09:00 11:00 Vervallen: Spreekuur Kompas CANCELLED",
        "2026-11-24 13:00 16:30 Spreekuur Veenwijzer",
    ]


def _listed(home: Path) -> list[str]:
    form = "{start-date} {start-time} {end-time} {title} {cancelled}"
    rows = _khal(home, "list", "--day-format", "", "--format", form, "2026-10-01", "90d")
    return [row.strip() for row in rows.splitlines() if row.strip()]


def _khal(home: Path, *words: str) -> str:
    done = subprocess.run(
        [KHAL, "--config", home / "config", *words],
        env={"HOME": str(home), "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return done.stdout
