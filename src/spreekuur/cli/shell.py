"""How the commands behave together: every end has its exit code, every refusal is Dutch.

0 done · 1 nothing could be taken · 2 wrong usage · 3 locked · 4 damaged or newer (design.md 4).
"""

from __future__ import annotations

import sys
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

import click

from spreekuur.cli.out import say
from spreekuur.store.errors import (
    ChangedElsewhere,
    DiskFull,
    FileBusy,
    StoreError,
    WrongPassphrase,
)

_SECTIONS = {
    "Options": "Opties",
    "Commands": "Opdrachten",
    "Positional arguments": "Wat erbij hoort",
}
_TOO_MANY = 'Te veel woorden. Zet een tekst of naam met spaties tussen aanhalingstekens: "...".'
_IN_A_SHELL: dict[type[StoreError], str] = {
    WrongPassphrase: (
        "Deze wachtwoordzin past niet op dit bestand. Er is niets veranderd. "
        "De herstelcode opent het ook."
    ),
    FileBusy: (
        "Een ander venster schrijft nu in dit bestand. Er is niets veranderd. "
        "Probeer het zo opnieuw."
    ),
    DiskFull: "De schijf is vol. Er is niets veranderd. Maak ruimte en probeer het opnieuw.",
    ChangedElsewhere: (
        "In een ander venster gewijzigd. Er is niets veranderd. Probeer het opnieuw."
    ),
}
"""Sentences that on the screen speak of keys and of text that stays."""

WRONG_USAGE = 2


class Misuse(click.UsageError):
    """Wrong usage that a command itself explains, in Dutch."""


class DutchHelp(click.HelpFormatter):
    """Help pages with Dutch headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        super().write_usage(prog, args, prefix or "Gebruik: ")

    @contextmanager
    def section(self, name: str) -> Iterator[None]:
        with super().section(_SECTIONS.get(name, name)):
            yield


class DutchContext(click.Context):
    """Makes the pages of `DutchHelp`."""

    formatter_class = DutchHelp


class Verb(click.Command):
    """One command, its help in Dutch."""

    context_class = DutchContext

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _dutch(super().get_help_option(ctx))


class Verbs(click.Group):
    """A group of commands, its help in Dutch, in the order in which they were added."""

    context_class = DutchContext
    command_class = Verb

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("options_metavar", "[OPTIES]")
        kwargs.setdefault("subcommand_metavar", "OPDRACHT ...")
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        return _dutch(super().get_help_option(ctx))

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.commands)


class Shell(Verbs):
    """The whole of it: nothing leaves without an exit code and a sentence.

    `later` says for each command in which module of this room it stands and under which name: it is
    imported when it is asked for, so that the screens do not wait for commands.
    """

    def __init__(self, *args: Any, later: Mapping[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._later = later

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self._later)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in self._later:
            # Only what is there can be named as what may have been meant.
            for name in self._later:
                self.get_command(ctx, name)
            return None
        module, name = self._later[cmd_name].split(":")
        command: click.Command = getattr(import_module(f"spreekuur.cli.{module}"), name)
        self.add_command(command)
        return command

    def main(  # type: ignore[override]
        self,
        args: Sequence[str] | None = None,
        prog_name: str | None = None,
        **extra: Any,
    ) -> NoReturn:
        for stream in (sys.stdout, sys.stderr):
            if hasattr(stream, "reconfigure"):
                # A terminal that lacks a sign shows a question mark.
                stream.reconfigure(errors="replace")
        sys.exit(self._exit_code(args, prog_name, extra))

    def _exit_code(
        self, args: Sequence[str] | None, prog_name: str | None, extra: dict[str, Any]
    ) -> int:
        try:
            code = super().main(args, prog_name, **{**extra, "standalone_mode": False})
        except Exception as error:
            return explained(error)
        return code if isinstance(code, int) else 0


def explained(error: Exception) -> int:
    """Say in Dutch what went wrong; gives the exit code."""
    match error:
        case StoreError():
            own_words = error.sentence != type(error).sentence
            say(error.sentence if own_words else _IN_A_SHELL.get(type(error), error.sentence))
            return error.exit_code
        case click.UsageError():
            _explain(error)
            return WRONG_USAGE
        case click.Abort():
            say("Afgebroken. Er is niets veranderd.")
        case _:
            say(f"Er ging iets mis dat niet had gemogen: {_where(error)}.")
    return 1


def _dutch(option: click.Option | None) -> click.Option | None:
    if option is not None:
        option.help = "Deze uitleg."
    return option


def _explain(error: click.UsageError) -> None:
    """Say what is wrong with what was typed, and where to read more."""
    if isinstance(error, click.exceptions.NoArgsIsHelpError):
        say(error.format_message())
        return
    say(_sentence(error))
    if error.ctx is not None:
        say(f"Uitleg: {error.ctx.command_path} --help")


def _sentence(error: click.UsageError) -> str:
    match error:
        case Misuse():
            return error.message
        case click.MissingParameter():
            return f"{_name(error)} ontbreekt."
        case click.BadParameter():
            return f"{_name(error)}: {error.message}"
        case click.NoSuchOption():
            return f"De optie {error.option_name} bestaat niet.{_meant(error.possibilities)}"
        case click.exceptions.NoSuchCommand():
            return f"De opdracht {error.command_name} bestaat niet.{_meant(error.possibilities)}"
        case click.BadOptionUsage():
            return f"De optie {error.option_name} mist een waarde, of neemt er geen."
        case _:
            return _TOO_MANY


def _name(error: click.BadParameter) -> str:
    """The option or argument as it stands in the help."""
    if error.param is None:
        return "Dit"
    if isinstance(error.param, click.Option):
        return max(error.param.opts, key=len)
    return error.param.make_metavar(error.ctx) if error.ctx else error.param.human_readable_name


def _meant(possibilities: list[str] | None) -> str:
    return f" Bedoel je {possibilities[0]}?" if possibilities else ""


def _where(error: Exception) -> str:
    """The kind of error and its place in the code: never its text, which may hold data."""
    frames = traceback.extract_tb(error.__traceback__)
    ours = [frame for frame in frames if "spreekuur" in Path(frame.filename).parts]
    last = (ours or frames)[-1]
    return f"{type(error).__name__} in {Path(last.filename).name}:{last.lineno}"
