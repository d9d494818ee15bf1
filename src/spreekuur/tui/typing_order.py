"""One key after the other: what is typed faster than the screens can follow still arrives whole.

Textual hands every waiting key at once to whatever has the focus at that moment, so keys meant for
a screen that is still being opened get lost. Here each key waits until the one before it has been
dealt with, including the screens it opened or closed and the field that got the focus there.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import Any

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.message_pump import MessagePump
from textual.widget import Widget

PATIENCE = 2.0
"""Seconds that one key may take before the next is let through all the same."""

ROUNDS = 10
"""How often messages may lead to further messages before that counts as never-ending chatter."""


class TypingOrder(App[None]):
    """An app that deals with keys and pastes strictly one by one.

    What a key sets in motion must be under way when its handler returns: a screen pushed,
    switched or dismissed, a field focused, a message posted. Work that first waits for a thread or
    a timer wraps itself in `hold_keys`.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._typed: deque[events.Key | events.Paste] = deque()
        self._let_through: events.Key | events.Paste | None = None
        self._typist: asyncio.Task[None] | None = None
        self._holds = 0
        self._free = asyncio.Event()
        self._free.set()

    @contextmanager
    def hold_keys(self) -> Iterator[None]:
        """Keep keys waiting, in order, until the block is left; blocks may overlap."""
        self._holds += 1
        self._free.clear()
        try:
            yield
        finally:
            self._holds -= 1
            if not self._holds:
                self._free.set()

    @property
    def typed_ahead(self) -> str:
        """The key that is next in line; empty when none waits."""
        first = self._typed[0] if self._typed else None
        return first.key if isinstance(first, events.Key) else ""

    def take_typed(self) -> None:
        """Take what is next in line out of it: it has been dealt with."""
        self._typed.popleft()

    async def keys_handled(self) -> None:
        """Wait until every key that has reached the app has been dealt with."""
        while self._typist is not None:
            await asyncio.wait([self._typist])

    def may_act(self, event: events.Key | events.Paste) -> bool:
        """Whether what was typed still means what it meant, now that it is its turn."""
        return True

    async def on_event(self, event: events.Event) -> None:
        let_through = self._let_through
        if let_through is not None and event is let_through:
            self._let_through = None
            if not self.may_act(let_through):
                return
        elif isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self._typed.append(event)
            if self._typist is None:
                self._typist = asyncio.create_task(self._deal_with_typing(), name="typist")
            return
        await super().on_event(event)

    def watch_app_focus(self, focus: bool) -> None:
        """Give a screen that opened while the window was in the background its focus after all."""
        if focus and self.screen_stack and self.screen.focused is None:
            self.screen._update_auto_focus()

    async def _deal_with_typing(self) -> None:
        try:
            while self._typed and self.is_running:
                await self._free.wait()
                if not self._typed:
                    break
                if not self._is_at_rest():
                    await self._patiently(self._come_to_rest)
                self._let_through = self._next_typed()
                await self._patiently(self._follow, self._let_through)
        finally:
            self._typist = None

    def _next_typed(self) -> events.Key | events.Paste:
        """The next key; a run of letters for a note that lags behind is one insertion."""
        event, field = self._typed.popleft(), self.focused
        if field is None or not getattr(field, "joins_keys", False) or not _is_text(event, field):
            return event
        run = [event]
        while self._typed and _is_text(self._typed[0], field):
            run.append(self._typed.popleft())
        if len(run) == 1:
            return event
        return events.Paste(
            "".join(one.character or "" for one in run if isinstance(one, events.Key))
        )

    async def _patiently(self, step: Callable[..., Awaitable[None]], *args: Any) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(PATIENCE):
                await step(*args)

    async def _follow(self, event: events.Key | events.Paste) -> None:
        """Hand one event to the app and follow it from the focused widget up to the app again."""
        path = self._path()
        self.post_message(event)
        await _reach(self)
        await _reach_each(path)
        await self._come_to_rest()

    async def _come_to_rest(self) -> None:
        """Wait until the active screen stands, has its focus and has nothing left to handle."""
        for _ in range(ROUNDS):
            path = self._path()
            await _reach_each(path)
            if path == self._path() and self._is_at_rest():
                return

    def _is_at_rest(self) -> bool:
        return all(map(_is_idle, self._path()))

    def _path(self) -> Sequence[DOMNode]:
        """The way a key goes: the focused widget, what it stands in, the screen, the app."""
        return (self.focused or self.screen).ancestors_with_self


def _is_text(event: events.Key | events.Paste, field: Widget) -> bool:
    """Whether this is a letter for the field; others are looked at by the screen first."""
    if not isinstance(event, events.Key) or not event.is_printable:
        return False
    return field.check_consume_key(event.key, event.character)


async def _reach_each(nodes: Sequence[MessagePump]) -> None:
    for node in nodes:
        await _reach(node)


async def _reach(node: MessagePump) -> None:
    """Wait until the node has handled everything that now stands in its queue."""
    if not _is_idle(node):
        reached = asyncio.Event()
        if node.post_message(events.Callback(reached.set)):
            await reached.wait()


def _is_idle(node: MessagePump) -> bool:
    """Whether the node has handled all its messages and is waiting for the next.

    An empty queue is not enough: a handler may have come half-way and wait for something.
    """
    ready: Any = node._message_queue.ready_event
    return not ready.is_set() and bool(ready._waiters)
