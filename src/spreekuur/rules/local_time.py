"""The clock on the wall: everything that has a time of day has it in this zone."""

from __future__ import annotations

from zoneinfo import ZoneInfo

LOCAL = ZoneInfo("Europe/Amsterdam")
