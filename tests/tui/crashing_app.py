"""spreekuur as it is started, with one key more: F12 makes it fail on the screen that is open."""

from __future__ import annotations

import asyncio
import sys
import threading
import time
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Input, TextArea

from spreekuur.store.hardening import harden_process

harden_process()

import spreekuur.tui.app as program  # noqa: E402
from spreekuur.cli import main  # noqa: E402

WAY = sys.argv.pop(1)


class CrashingApp(program.SpreekuurApp):
    """Fails with what stands on the screen within reach of each traceback."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("f12", "fail", priority=True, show=False)]

    def action_fail(self) -> None:
        fields = [one.value for one in self.screen.query(Input)]
        typed = " ".join([*fields, *(one.text for one in self.screen.query(TextArea))])
        match WAY:
            case "handler":
                self.screen.call_next(fail, typed)
            case "worker":
                self.screen.run_worker(fail_later(typed))
            case "thread worker":
                self.screen.run_worker(lambda: fail(typed), thread=True)
            case "thread":
                threading.Thread(target=fail, args=[typed]).start()
            case "task":
                self.stray = asyncio.create_task(fail_later(typed))
                self.set_timer(0.1, lambda: delattr(self, "stray"))
            case "painting":
                vars(self.screen)["render_lines"] = lambda _: fail(typed)
                self.screen.refresh()
            case "panic":
                self.panic(typed)


async def fail_later(typed: str) -> None:
    await asyncio.sleep(0.05)
    fail(typed)


def fail(typed: str) -> None:
    names = {"Sam de Groot": time.monotonic()}
    try:
        names[typed]
    except KeyError as error:
        raise ValueError(f"geen gesprek met {typed}, wel met {names}") from error


if __name__ == "__main__":
    program.SpreekuurApp = CrashingApp  # type: ignore[misc]
    main()
