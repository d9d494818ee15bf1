"""Whether the file lies where another program changes files behind the back of this one.

A service that synchronises takes the database and its -wal at different moments, so that what it
puts back can be a file that never was; on a drive of the network SQLite's locks mean little. Copies
may go there: they are closed and whole.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

MOUNTS = Path("/proc/mounts")
NETWORK = {"nfs", "nfs4", "cifs", "smb3", "9p", "fuse.sshfs", "fuse.rclone"}

_SIGNS = (
    ("Dropbox", re.compile(r"\.dropbox(\.cache)?")),
    ("Nextcloud", re.compile(r"\._?sync_.*\.db|\.owncloudsync\.log")),
)
_BELOW_HOME = (
    ("OneDrive", "OneDrive*"),
    ("Dropbox", "Dropbox*"),
    ("Nextcloud", "Nextcloud*"),
    ("Google Drive", "Google Drive*"),
    ("Google Drive", "My Drive*"),
    ("iCloud", "Library/Mobile Documents"),
    ("OneDrive", "Library/CloudStorage/OneDrive*"),
    ("Dropbox", "Library/CloudStorage/Dropbox*"),
    ("Google Drive", "Library/CloudStorage/GoogleDrive*"),
)
_NAMED_BY = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""What Windows sets to the folders of OneDrive."""


def warning(path: Path) -> str | None:
    """What to say, in Dutch, about where the file at `path` lies; None when it lies well."""
    service = synced_by(path)
    if service:
        return (
            f"Dit bestand staat in een map van {service}. Zet het in een gewone map "
            f"(SPREEKUUR_HOME), en laat alleen kopieën naar {service} gaan."
        )
    if on_network(path):
        return (
            "Dit bestand staat op een netwerkschijf. Zet het op de laptop zelf (SPREEKUUR_HOME), "
            "en laat alleen kopieën naar de netwerkschijf gaan."
        )
    return None


def synced_by(path: Path) -> str | None:
    """The service in whose folder `path` lies, links followed; a few looks at folders."""
    folder = path.resolve().parent
    for service, root in _roots():
        if folder.is_relative_to(root):
            return service
    found = (_signed(each) for each in (folder, *folder.parents))
    return next(filter(None, found), None)


def on_network(path: Path) -> bool:
    """Whether `path` lies on a drive of the network: a share of Windows, a mount of Linux."""
    resolved = path.resolve()
    if os.name == "nt":
        return resolved.drive.startswith("\\\\")
    kind, longest = "", 0
    for point, found in _mounts():
        if len(point.parts) >= longest and resolved.is_relative_to(point):
            kind, longest = found, len(point.parts)
    return kind in NETWORK


def _signed(folder: Path) -> str | None:
    """The service that left its sign in this very folder."""
    with suppress(OSError), os.scandir(folder) as entries:
        for entry in entries:
            for service, sign in _SIGNS:
                # The folder ~/.dropbox holds the settings of Dropbox, and is no sign.
                if sign.fullmatch(entry.name) and (
                    entry.is_file() or entry.name == ".dropbox.cache"
                ):
                    return service
    return None


def _roots() -> Iterator[tuple[str, Path]]:
    for name in _NAMED_BY:
        if os.environ.get(name):
            yield "OneDrive", Path(os.environ[name]).resolve()
    with suppress(OSError, RuntimeError):
        home = Path.home()
        for service, pattern in _BELOW_HOME:
            for root in home.glob(pattern):
                yield service, root.resolve()


def _mounts() -> Iterator[tuple[Path, str]]:
    """Where each file system is mounted, and its kind; a space is written as \\040."""
    with suppress(OSError):
        for line in MOUNTS.read_text(encoding="utf-8", errors="surrogateescape").splitlines():
            _, point, kind, *_ = line.split(" ")
            yield Path(re.sub(r"\\(\d{3})", lambda code: chr(int(code[1], 8)), point)), kind
