"""What is installed from the wheel runs from any folder, and the documents say what is true."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

from spreekuur import __version__
from spreekuur.tui.commands import key_table
from spreekuur.tui.manual import chapters

ROOT = Path(__file__).resolve().parents[1]


def test_the_wheel_runs_from_another_folder_with_all_it_needs(
    tmp_path: Path,
) -> None:
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation"]
    subprocess.run([*build, "-w", str(tmp_path), str(ROOT)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    site = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(site)]
    subprocess.run([*install, str(wheel)], check=True)
    look = (
        "import spreekuur, spreekuur.store.schema as schema;"
        "from spreekuur.exchange.paper import TEMPLATE, TEMPLATES;"
        "from spreekuur.tui.manual import chapters;"
        "from spreekuur.tui.stylesheets import stylesheets;"
        "there = schema.SCHEMA_FILE.is_file();"
        "there &= all((TEMPLATES / one).is_file() for one in TEMPLATE.values());"
        "print(spreekuur.__file__, there, len(chapters()), *stylesheets())"
    )
    environment = {**os.environ, "PYTHONPATH": str(site)}
    shown = subprocess.run(
        [sys.executable, "-c", look],
        cwd=tmp_path,
        env=environment,
        check=True,
        capture_output=True,
        text=True,
    ).stdout.split()
    assert shown[0].startswith(str(site))
    assert shown[1] == "True"
    assert int(shown[2]) == len(chapters())
    assert {Path(sheet).name for sheet in shown[3:]} == {
        sheet.name for sheet in (ROOT / "styles").glob("*.tcss")
    }
    assert all(sheet.startswith(str(site)) for sheet in shown[3:])


def test_the_readme_shows_every_key_as_the_registry_has_it() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert key_table() in readme


def test_one_version_everywhere() -> None:
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"softwareVersion: {__version__}" in (ROOT / "publiccode.yml").read_text(
        encoding="utf-8"
    )


def test_every_dependency_says_why_it_is_there() -> None:
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    project = tomllib.loads(text)["project"]
    extras = project["optional-dependencies"]
    listed = [*project["dependencies"], *extras["test"], *extras["dev"]]
    lines = text.splitlines()
    for dependency in listed:
        if dependency.startswith("spreekuur"):
            continue
        at = next(n for n, line in enumerate(lines) if line.strip() == f'"{dependency}",')
        assert lines[at - 1].lstrip().startswith("#"), dependency
