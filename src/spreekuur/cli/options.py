"""Options that more than one command has, and values as they are typed in Dutch."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

    from spreekuur.rules.labels import ContactKind

Command = TypeVar("Command", bound=Callable[..., Any])


@dataclass(slots=True)
class Asked:
    """What was asked for before or after the verb: which file, seen from which day."""

    file: Path | None = None
    day: date | None = None

    @property
    def today(self) -> date:
        """The day that everything is seen from."""
        return self.day or calendar_day()


def calendar_day() -> date:
    """The day it is, by the same clock as the screens."""
    from spreekuur.rules.local_time import LOCAL

    return datetime.now(LOCAL).date()


class Day(click.ParamType[date]):
    """A Dutch or ISO date; with `past` a weekday is the last one instead of the next."""

    name = "datum"

    def __init__(self, *, past: bool = False) -> None:
        self.past = past

    def convert(
        self, value: str | date, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        if isinstance(value, date):
            return value
        from spreekuur.rules.dates import read_day

        today = calendar_day()
        reading = read_day(value, today, past=self.past)
        if reading is not None and reading.numbered:
            reading = read_day(value, today)
        if reading is None or reading.rest or reading.at or reading.week or not reading.day:
            self.fail('Geen datum. Typ bijvoorbeeld 2026-11-24, "24 nov" of vr.', param, ctx)
        if reading.doubt:
            self.fail(f"{reading.doubt} Typ het jaar erbij, of een andere datum.", param, ctx)
        return reading.day


class Span(click.ParamType[tuple[time, time]]):
    """A beginning and a later end, as `13:00-16:30`."""

    name = "van-tot"

    def convert(
        self,
        value: str | tuple[time, time],
        param: click.Parameter | None,
        ctx: click.Context | None,
    ) -> tuple[time, time]:
        if isinstance(value, tuple):
            return value
        from spreekuur.rules.dates import parse_span

        return parse_span(value) or self.fail(
            "Geen begin en einde. Typ bijvoorbeeld 13:00-16:30.", param, ctx
        )


class Minutes(click.ParamType[int]):
    """How long one place takes."""

    name = "minuten"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        if not (value.isdecimal() and value.isascii() and 1 <= int(value[:4]) <= 480):
            self.fail("Geen aantal minuten. Typ een getal van 1 tot 480.", param, ctx)
        return int(value)


class Weeks(click.ParamType[int]):
    """Every so many weeks, as `2w`."""

    name = "weken"

    def convert(
        self, value: str | int, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        if isinstance(value, int):
            return value
        from spreekuur.rules.series import MOST_WEEKS, parse_weeks

        wrong = f"Geen aantal weken. Typ 2w, 3 weken of week, tot {MOST_WEEKS}w."
        return parse_weeks(value) or self.fail(wrong, param, ctx)


class Kind(click.ParamType["ContactKind"]):
    """A soort contact, case ignored; the first letters are enough when only one begins so."""

    name = "soort"

    def convert(
        self, value: str, param: click.Parameter | None, ctx: click.Context | None
    ) -> ContactKind:
        from spreekuur.rules.labels import ContactKind
        from spreekuur.rules.text import fold

        typed = fold(value)
        fitting = [kind for kind in ContactKind if fold(kind).startswith(typed)]
        exact = [kind for kind in fitting if fold(kind) == typed]
        if len(exact or fitting) != 1:
            self.fail(f"Kies een van: {', '.join(fitting or ContactKind)}.", param, ctx)
        return (exact or fitting)[0]

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        from click.shell_completion import CompletionItem

        from spreekuur.rules.labels import ContactKind
        from spreekuur.rules.text import fold

        start = fold(incomplete)
        return [CompletionItem(kind) for kind in ContactKind if fold(kind).startswith(start)]


def _keep_file(ctx: click.Context, param: click.Parameter, value: Path | None) -> None:
    if value is not None:
        ctx.ensure_object(Asked).file = value


def _keep_day(ctx: click.Context, param: click.Parameter, value: date | None) -> None:
    if value is not None:
        ctx.ensure_object(Asked).day = value


file_option = click.option(
    "--bestand",
    metavar="PAD",
    type=click.Path(path_type=Path),
    callback=_keep_file,
    expose_value=False,
    help="Werk in dit bestand.",
)
"""`--bestand PAD`, before the verb or after it."""

json_option = click.option("--json", "as_json", is_flag=True, help="Geef JSON.")
"""`--json`."""


def day_option(
    help: str = "Gezien vanaf deze dag.",  # noqa: A002
    *,
    past: bool = False,
) -> Callable[[Command], Command]:
    """`--datum D`, kept with what was asked."""
    return click.option(
        "--datum",
        metavar="D",
        type=Day(past=past),
        callback=_keep_day,
        expose_value=False,
        help=help,
    )
