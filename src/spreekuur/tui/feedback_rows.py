"""What goes back to school as lines: the receivers, the jongeren, and what was sent before."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from textual.content import Content

from spreekuur.rules.date_words import clock, short_day
from spreekuur.rules.local_time import LOCAL
from spreekuur.tui import signs
from spreekuur.tui.dossier_people import short_role
from spreekuur.tui.lines import MUTED, STRONG, WARN, led_by, line, paragraph, spread
from spreekuur.tui.shown import called, spoken, words
from spreekuur.tui.widgets.row_columns import Column
from spreekuur.tui.widgets.row_source import Head, Row
from spreekuur.views.feedback import AboutWhom, FeedbackView, Letter, Sent

GRID = (Column(18), Column(5), Column(), Column(12, right=True, needs=40))
"""Who, class, role or uitkomst, what became of it."""

NO_RECEIVER = "Niemand op deze school krijgt terugkoppeling. m voegt een contactpersoon toe."
BEFORE_SENDING = "Gebruik beveiligde mail. Zet geen naam in het onderwerp."
OUTSIDE = "buiten het spreekuur"
NOTHING = "Van deze dag is er niets terug te koppelen."


class Shown(NamedTuple):
    """A row: `receiver`, `pupil` (for ouders) or `sent`, by its number."""

    kind: str
    id: int


@dataclass(frozen=True, slots=True)
class Preview:
    """A text as it leaves, under what is said of it; `why_not` where there is none."""

    title: str
    text: str = ""
    why_not: str = ""


def heading(view: FeedbackView, width: int) -> Content:
    """Which school and day, and how many were sent."""
    done = sum(one.sent is not None and not one.changed_since for one in view.letters)
    right = f"{done} van {len(view.letters)} verstuurd" if view.letters else ""
    where = led_by(
        f"Terugkoppeling · {view.school}", (short_day(view.day),), width - len(right) - 2
    )
    return spread(line((where, STRONG)), line((right, MUTED)), width)


def warning(view: FeedbackView) -> str:
    """What is to be seen to before anything is sent."""
    if not view.told:
        return NO_RECEIVER if view.without_receiver else ""
    missing = []
    if view.without_receiver:
        about = "1 jongere" if view.without_receiver == 1 else f"{view.without_receiver} jongeren"
        missing.append(f"Voor {about} is nog geen ontvanger gekozen. m kies mentor of oco.")
    if view.elsewhere:
        theirs = "1 jongere hoort" if view.elsewhere == 1 else f"{view.elsewhere} jongeren horen"
        missing.append(f"{theirs} bij een andere school; die krijgt het zelf.")
    return " ".join(missing)


def feedback_lines(view: FeedbackView, width: int, *, shielded: bool) -> list[Row | Head]:
    """The receivers, then the jongeren with their uitkomst, then what was sent."""
    lines: list[Row | Head] = []
    if warning(view):
        lines += [*(Head((row, WARN)) for row in paragraph(warning(view), width)), Head()]
    if view.letters:
        lines.append(Head("Ontvangers"))
        lines += [_receiver(one, shielded=shielded) for one in view.letters]
    if view.pupils:
        lines += [
            *([Head()] if lines else []),
            Head("Jongeren", ("uitkomst, en wat naar ouders mag", MUTED)),
        ]
        without_place = OUTSIDE if view.outside else ""
        lines += [_pupil(one, without_place, shielded=shielded) for one in view.pupils]
    if view.sent:
        lines += [Head(), Head("Verstuurd")]
        lines += [_sent(one, shielded=shielded) for one in reversed(view.sent)]
    if view.letters:
        lines += [Head(), *(Head((row, MUTED)) for row in paragraph(BEFORE_SENDING, width))]
    return lines


def preview_of(view: FeedbackView, shown: Shown | None) -> Preview:
    """What stands beside the list for the row under the cursor."""
    if shown is None:
        return Preview("")
    if shown.kind == "receiver":
        letter = next(one for one in view.letters if one.receiver.id == shown.id)
        title = "Zo gaat het naar school"
        if letter.changed_since:
            title = "Gewijzigd sinds het verstuurd is; zo gaat het nu"
        return Preview(title, letter.text)
    if shown.kind == "pupil":
        pupil = next(one for one in view.pupils if one.pupil_id == shown.id)
        return Preview("Zo gaat het naar ouders", pupil.to_parents, pupil.why_not or "")
    sent = next(one for one in view.sent if one.id == shown.id)
    return Preview(f"Verstuurd {moment(sent.sent_at)}, {sent.sent_by}", sent.text)


def moment(at: datetime) -> str:
    """`di 24 nov 16:41`."""
    local = at.astimezone(LOCAL)
    return f"{short_day(local.date())} {clock(local.time())}"


def letter_lines(text: str, width: int, *, shielded: bool) -> list[str]:
    """A text broken at words, each line with its own indent; shielded only its shape."""
    broken: list[str] = []
    for one in words(text, shielded).rstrip("\n").split("\n"):
        indent = " " * (len(one) - len(one.lstrip(" ")))
        first, *rest = paragraph(one.strip(), max(8, width - len(indent) - 2))
        broken += [f"{indent}{first}", *(f"{indent}  {more}" for more in rest)]
    return broken


def page_lines(
    preview: Preview, at: int, size: tuple[int, int], *, shielded: bool
) -> list[Content]:
    """As much of a preview from line `at` on as there is room for."""
    width, height = size
    if not preview.title:
        return []
    rows = letter_lines(preview.text, width, shielded=shielded) if preview.text else []
    rows = rows or paragraph(preview.why_not, width)
    title = line((preview.title, MUTED)).truncate(width, ellipsis=True)
    room = max(1, height - 2)
    if len(rows) - at > room:
        shown = [*rows[at : at + room - 1]]
        more = len(rows) - at - len(shown)
        return [title, line(""), *map(line, shown), line((f"{signs.MORE} nog {more}", MUTED))]
    return [title, line(""), *map(line, rows[at:])]


def last_page(preview: Preview, size: tuple[int, int], *, shielded: bool) -> int:
    """The line from which the rest fits."""
    rows = letter_lines(preview.text, size[0], shielded=shielded)
    return max(0, len(rows) - max(1, size[1] - 2))


def _receiver(one: Letter, *, shielded: bool) -> Row:
    about = "1 jongere" if len(one.told) == 1 else f"{len(one.told)} jongeren"
    state: str | tuple[str, str] = ""
    if one.changed_since:
        state = ("gewijzigd", WARN)
    elif one.sent:
        local = one.sent.sent_at.astimezone(LOCAL)
        state = f"{signs.YES} {short_day(local.date())}"
    key = Shown("receiver", one.receiver.id)
    what = " · ".join(part for part in (short_role(one.receiver.role), about) if part)
    # Until something became of it, the role takes that room too.
    parts = (spoken(one.receiver.name, shielded), "", what)
    return Row(key, (*parts, state) if state else parts)


def _pupil(one: AboutWhom, without_place: str, *, shielded: bool) -> Row:
    outcome: str | tuple[str, str] = words(one.outcome, shielded)
    came = str(one.attendance or "") if one.appointment_id else without_place
    parts = (spoken(one.name, shielded), (one.class_name, MUTED), outcome or (came, MUTED))
    return Row(Shown("pupil", one.pupil_id), parts)


def _sent(one: Sent, *, shielded: bool) -> Row:
    to = one.receiver if one.contact_id is None else called(one.receiver, shielded)
    parts = (to, "", f"{moment(one.sent_at)}, {one.sent_by}")
    return Row(Shown("sent", one.id), parts, MUTED)
