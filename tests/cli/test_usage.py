"""Wrong usage is explained in Dutch, help fits a terminal, and nothing heavy loads for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from spreekuur import __version__
from tests.cli.conftest import spreekuur, typed

COMMANDS = (
    (),
    *((name,) for name in ("nieuw", "vandaag", "agenda", "caseload", "aanzet", "dossier", "zoek")),
    *((name,) for name in ("notitie", "plan", "ongedaan", "importeer", "exporteer", "sleutel")),
    *((name,) for name in ("kopie", "herstel")),
    *(("importeer", name) for name in ("scholen", "vakanties", "caseload", "spreekuurlijst")),
    *(("sleutel", name) for name in ("wijzigen", "vernieuwen")),
    *(("exporteer", name) for name in ("alles", "terugkoppeling")),
    ("sluit",),
)
ENGLISH = (
    *("Usage", "Options", "Commands", "Show this", "COMMAND", "OPTIONS", "Error", "Try"),
    "required",
)


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
def test_help_is_dutch_and_80_wide(command: tuple[str, ...]) -> None:
    result = spreekuur(*command, "--help")
    assert result.exit_code == 0
    assert result.stdout.startswith("Gebruik: spreekuur")
    assert not [word for word in ENGLISH if word in result.stdout.replace("PHRASE_COMMAND", "")]
    assert max(map(len, result.stdout.splitlines())) <= 80
    assert "..." not in result.stdout.partition("Opdrachten:")[2].partition("\n\n")[0]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("onzin",), "De opdracht onzin bestaat niet."),
        (("vandag",), "De opdracht vandag bestaat niet. Bedoel je vandaag?"),
        (("vandaag", "--jsn"), "De optie --jsn bestaat niet. Bedoel je --json?"),
        (("dossier",), "REF ontbreekt."),
        (("zoek",), "WOORDEN ontbreekt."),
        (("vandaag", "morgen"), "Te veel woorden."),
        (("vandaag", "--datum"), "De optie --datum mist een waarde, of neemt er geen."),
        (("vandaag", "--json=ja"), "De optie --json mist een waarde, of neemt er geen."),
        (("vandaag", "--datum", "ooit"), "--datum: Geen datum."),
        (("vandaag", "--datum", "wk 48"), "--datum: Geen datum."),
        (("vandaag", "--datum", "ma 24 nov 2026"), "--datum: 24 nov is een di"),
        (("--datum", "31-02-2026", "vandaag"), "--datum: "),
        (("--demo", "vandaag"), "--demo opent de schermen"),
        (("--demo", "--bestand", "x.db"), "--demo maakt zelf een wegwerpbestand"),
        (("importeer", "onzin"), "De opdracht onzin bestaat niet."),
        (("importeer", "scholen"), "BESTAND|- ontbreekt."),
        (("herstel",), "KOPIE ontbreekt."),
        (("exporteer", "alles"), "--naar ontbreekt."),
    ],
)
def test_wrong_usage_is_2_and_says_in_dutch_what(words: tuple[str, ...], sentence: str) -> None:
    result = spreekuur(*words)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(sentence)
    assert not [word for word in ENGLISH if word in result.stderr]


@pytest.mark.parametrize("group", ["importeer", "exporteer", "sleutel"])
def test_a_group_without_a_command_shows_what_there_is(group: str) -> None:
    result = spreekuur(group)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "Opdrachten:" in result.stderr


def test_version_is_one_line() -> None:
    assert spreekuur("--version").stdout == f"spreekuur {__version__}\n"


def test_version_loads_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from spreekuur.cli import main\n"
        "sys.argv = ['spreekuur', '--version']\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = ('textual', 'sqlcipher3', 'sqlalchemy', 'pydantic', 'cryptography', 'openpyxl',"
        " 'icalendar', 'alembic', 'platformdirs', 'spreekuur.rules.dates', 'spreekuur.tui.app')\n"
        "print([name for name in heavy if name in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == f"spreekuur {__version__}\n[]\n"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_comes_from_the_program_itself(shell: str) -> None:
    done = typed(_SPREEKUUR_COMPLETE=f"{shell}_source")
    assert done.returncode == 0
    assert b"_SPREEKUUR_COMPLETE" in done.stdout


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("spreekuur va", {"vandaag"}),
        ("spreekuur importeer ", {"scholen", "vakanties", "caseload", "spreekuurlijst"}),
        ("spreekuur notitie J-0001 --soort tel", {"Telefoon"}),
        ("spreekuur dossier ", set()),
        ("spreekuur dossier Sa", set()),
    ],
)
def test_completion_offers_verbs_and_never_a_name(line: str, offered: set[str]) -> None:
    words = line.split(" ")
    done = typed(
        _SPREEKUUR_COMPLETE="bash_complete", COMP_WORDS=line, COMP_CWORD=str(len(words) - 1)
    )
    lines = done.stdout.decode().split()
    assert {line.partition(",")[2] for line in lines} == offered


def test_a_failure_nobody_foresaw_tells_its_kind_and_place_but_no_data() -> None:
    program = (
        "import sys, click\n"
        "from spreekuur.cli.shell import Shell\n"
        "@click.command('stuk')\n"
        "def broken():\n    raise RuntimeError('Sam de Groot')\n"
        "sys.modules['spreekuur.cli.broken'] = sys.modules['__main__']\n"
        "shell = Shell(later={'stuk': 'broken:broken'})\n"
        "shell(['stuk'], prog_name='spreekuur')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        env=dict(os.environ),
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Er ging iets mis dat niet had gemogen: RuntimeError in ")
    assert "Groot" not in done.stderr
