"""A text for school on disk: hers alone, never over another, and named after no person."""

from __future__ import annotations

import stat
from datetime import date
from pathlib import Path

import pytest

from spreekuur.exchange.feedback_file import StandsThere, new_path, together, write_letter
from spreekuur.store.errors import NotWritable

DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("school", "name"),
    [
        ("De Veenwijzer", "terugkoppeling-de-veenwijzer-2026-11-24-1.txt"),
        ('\'t Kompas, school "Oost & West"', "terugkoppeling-t-kompas-school-oost-west"),
        ("../../etc/passwd", "terugkoppeling-etc-passwd-2026-11-24-1.txt"),
        ("\u202e漢字", "terugkoppeling-school-2026-11-24-1.txt"),
    ],
)
def test_a_file_is_named_after_school_and_day(tmp_path: Path, school: str, name: str) -> None:
    path = new_path(tmp_path, school, DAY)
    assert path.parent == tmp_path
    assert path.name.startswith(name)


def test_the_next_one_gets_the_next_number(tmp_path: Path) -> None:
    first = new_path(tmp_path, "Kompas", DAY)
    first.symlink_to(tmp_path / "nergens")
    second = new_path(tmp_path, "Kompas", DAY)
    assert (first.name[-6:], second.name[-6:]) == ("-1.txt", "-2.txt")


def test_it_is_private_and_never_over_another(tmp_path: Path) -> None:
    path = tmp_path / "terug.txt"
    write_letter(path, "één\n", "twee\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert path.read_text(encoding="utf-8") == together(["één\n", "twee\n"])
    with pytest.raises(StandsThere):
        write_letter(path, "drie\n")
    with pytest.raises(NotWritable):
        write_letter(tmp_path / "geen" / "map.txt", "vier\n")
    assert [one.name for one in tmp_path.iterdir()] == ["terug.txt"]
