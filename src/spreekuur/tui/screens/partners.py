"""The sociale kaart over any screen: found while typing, its number read, taken into the note."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from spreekuur.tui.commands import bindings
from spreekuur.tui.desk import Sheet
from spreekuur.tui.fields import Field
from spreekuur.tui.lines import MUTED, STRONG, line, paragraph, shortened, stack
from spreekuur.tui.shown import spoken, words
from spreekuur.tui.stylesheets import stylesheets
from spreekuur.tui.widgets.bars import RuleLine
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Row
from spreekuur.tui.widgets.rows import Rows
from spreekuur.views.partners import PartnerView, holding, partners

COLUMNS = (Column(24), Column(15), Column(), Column(12, needs=70), Column(11, needs=90))
NARROW_COLUMNS = (Column(18), Column(15), Column())
NARROW = 64
ASKS = "Een naam, een nummer, of waar het om gaat"
EMPTY = "De sociale kaart is nog leeg. + voegt toe wie er kan helpen."
NOTHING = 'Niemand met "{typed}". + voegt toe wie er kan helpen.'
NOBODY = "Zet de cursor op iemand van de sociale kaart."
ABOUT_ROWS = 3


class WhatHelps(Field):
    """What is looked for. `+` is left to the screen."""

    def check_consume_key(self, key: str, character: str | None = None) -> bool:
        return key != "plus" and super().check_consume_key(key, character)


class PartnersSheet(Sheet[str | None]):
    """Gives the name of whom she takes into the note; None when she goes back.

    Outside a note Enter opens the form of whom the cursor is on.
    """

    CSS_PATH = stylesheets("picker", "partners")
    scopes = ("sociale kaart",)
    BINDINGS = bindings("sociale kaart", "terug")
    about = (
        "Wie er rond school kan helpen: waarvoor, het nummer en de wachttijd. Typ een deel van een "
        "woord; in een notitie neemt Enter de naam over."
    )

    def __init__(self, *, into_note: bool = False, partner_id: int | None = None) -> None:
        """`partner_id` is where the cursor begins."""
        super().__init__()
        self._into_note = into_note
        self._first = partner_id
        self._all: Sequence[PartnerView] = ()
        self._field = WhatHelps(placeholder=ASKS, compact=True, select_on_focus=False)
        self._rows = Rows(COLUMNS, empty=EMPTY)
        self._rows.can_focus = False
        self._about = Static(id="partner-about", markup=False)

    def compose(self) -> ComposeResult:
        with Vertical(classes="sheet"):
            yield RuleLine("Sociale kaart", "⏎ in de notitie" if self._into_note else "")
            with Vertical(classes="field-line"):
                yield self._field
            yield self._rows
            yield self._about
        with Vertical(id="bottom"):
            yield from self.bars()

    def on_mount(self) -> None:
        self.set_focus(self._field)
        self.reload()
        if self._first is not None:
            self._rows.move_to(self._first)

    def on_resize(self, event: events.Resize) -> None:
        self._rows.columns = NARROW_COLUMNS if event.size.width < NARROW else COLUMNS
        self._draw_about()

    def reload(self) -> None:
        with self.casebook.read() as connection:
            self._all = partners(connection)
        self._find()

    @on(Input.Changed)
    def _find(self) -> None:
        typed, shielded = self._field.value, self.shielded
        rows = [self._row(one, shielded) for one in holding(self._all, typed)]
        nothing = NOTHING.format(typed=words(typed.strip(), shielded))
        self._rows.show(rows, keep_place=not typed, empty=nothing if typed.strip() else EMPTY)
        self._draw_about()
        self.refresh_bars()

    @staticmethod
    def _row(one: PartnerView, shielded: bool) -> Row:
        parts = (
            spoken(one.name, shielded),
            words(one.phone, shielded),
            words(one.offers, shielded),
            (words(one.waiting_time, shielded), MUTED),
            (one.circle, MUTED),
        )
        return Row(one.id, parts)

    @property
    def _chosen(self) -> PartnerView | None:
        """Whom the cursor is on."""
        return next((one for one in self._all if one.id == self._rows.cursor_key), None)

    @on(Rows.Highlighted)
    def _draw_about(self) -> None:
        """The number large enough to dial, and all that the row had no room for."""
        one, width = self._chosen, max(1, self.size.width - 2)
        if one is None:
            self._about.update("")
            return
        shielded = self.shielded
        phone = (words(one.phone, shielded) or "geen nummer", STRONG)
        said = shortened(line(phone, "   ", spoken(one.name, shielded)), width)
        facts = (one.waiting_time and f"wachttijd {one.waiting_time}", one.circle)
        what = words(" · ".join(part for part in (one.offers, *facts) if part), shielded)
        rows: list[Content] = [line((row, MUTED)) for row in paragraph(what, width)]
        self._about.update(stack([said, *rows[: ABOUT_ROWS - 1]]))

    def why_not(self, command: str) -> str | None:
        if command in ("take", "edit_partner") and self._chosen is None:
            return NOBODY
        return super().why_not(command)

    @on(Input.Submitted)
    @on(Rows.Chosen)
    async def _enter(self) -> None:
        await self.action_do("take")

    async def do_take(self) -> None:
        """Into the note; without one the form of whom the cursor is on."""
        if self._into_note:
            assert self._chosen
            self.dismiss(self._chosen.name)
        else:
            await self.do_edit_partner()

    async def do_add_partner(self) -> None:
        """Somebody new, called as what was looked for and not found."""
        from spreekuur.tui.screens.partner_form import PartnerForm

        called = "" if self._chosen else self._field.value.strip()
        await self.app.push_screen(PartnerForm(called=called), self._go_to)

    async def do_edit_partner(self) -> None:
        from spreekuur.tui.screens.partner_form import PartnerForm

        assert self._chosen
        await self.app.push_screen(PartnerForm(self._chosen.id), self._go_to)

    def do_next_hit(self) -> None:
        self._rows.action_move(1)

    def do_last_hit(self) -> None:
        self._rows.action_move(-1)

    def do_back(self) -> None:
        """Empty the line first; then away, with the note as it was."""
        if self._field.value:
            self._field.value = ""
        else:
            self.dismiss(None)

    def _go_to(self, partner_id: int | None) -> None:
        if partner_id is not None:
            self._field.value = ""
            self.reload()
            self._rows.move_to(partner_id)
