"""Everything that can keep the file from being opened or written, each as a Dutch sentence.

A sentence says what happened and what to do; it never carries a passphrase, a key, a value from
the file or the name of a person. Exit codes are those of design.md section 4.
"""

from __future__ import annotations

from pathlib import Path


class StoreError(Exception):
    """A refusal of the store. `sentence` is for the screen, `exit_code` for the shell."""

    sentence = "Dit is niet gelukt. Er is niets veranderd."
    exit_code = 1

    def __init__(self, sentence: str | None = None) -> None:
        self.sentence = sentence or type(self).sentence
        super().__init__(self.sentence)


class WrongPassphrase(StoreError):
    """Neither the passphrase nor the recovery code of this file."""

    sentence = (
        "Deze wachtwoordzin past niet op dit bestand. Er is niets veranderd. "
        "Probeer het opnieuw, of F5 voor de herstelcode."
    )
    exit_code = 3


class PassphraseUnavailable(StoreError):
    """The file or command that should give the passphrase gave none."""

    exit_code = 3


class KeyFileMissing(StoreError):
    """There is a database but no key file beside it; the recovery code still opens it."""

    exit_code = 3

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Het sleutelbestand {path.name} ontbreekt. Zet het terug uit een kopie, "
            "of open het bestand met de herstelcode."
        )


class Damaged(StoreError):
    """A page or the key file is not what was written."""

    sentence = (
        "Dit bestand is beschadigd en daarom niet geopend. Er is niets aan veranderd. "
        "Zet een kopie terug."
    )
    exit_code = 4


class KeyFileDamaged(Damaged):
    """The key file can't be read; the database may be whole."""

    sentence = (
        "Het sleutelbestand is beschadigd. Er is niets aan veranderd. "
        "Zet er een kopie van terug, of open het bestand met de herstelcode."
    )


class FirstPageUnread(Damaged):
    """The key doesn't fit the first page; after a proven key that is damage too."""


class EmptyFile(Damaged):
    """Zero bytes, which SQLite would take for a fresh database."""

    sentence = (
        "Dit bestand is leeg (0 bytes). Dat is schade, geen nieuw begin. Er is niets overschreven."
    )


class NewerFile(StoreError):
    """Made by a version of spreekuur that knows more than this one."""

    exit_code = 4

    def __init__(self, version: str | int) -> None:
        super().__init__(
            f"Dit bestand is met een nieuwere versie gemaakt ({version}). "
            "Werk spreekuur bij. Er is niets veranderd."
        )


class NotEncrypted(StoreError):
    """A plain SQLite file."""

    sentence = "Dit bestand is niet versleuteld en hoort niet bij spreekuur. Het is niet geopend."


class NotOurs(StoreError):
    """A file of another program."""

    sentence = (
        "Dit is geen bestand van spreekuur. Het is niet geopend en er is niets aan veranderd."
    )


class FileBusy(StoreError):
    """Another process is writing; the text stays with the caller."""

    sentence = (
        "Een ander venster schrijft nu in dit bestand; dit is nog niet bewaard. "
        "De tekst blijft staan. Probeer het zo opnieuw."
    )


class DiskFull(StoreError):
    """No room for the write; nothing of it was kept."""

    sentence = (
        "De schijf is vol, dit is nog niet bewaard. De tekst blijft staan. "
        "Maak ruimte en druk op F2."
    )


class Abandoned(StoreError):
    """What was being made is no longer wanted."""


class NotReadable(StoreError):
    """The file is there, but this user may not read it."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Dit is niet te lezen: {path}. Pas de rechten aan en probeer opnieuw.")


class NotWritable(StoreError):
    """The folder or file does not let this user write."""

    sentence = "In dit bestand of zijn map mag niet geschreven worden."

    def __init__(self, path: Path | None = None) -> None:
        place = f"Hier mag niet geschreven worden: {path}." if path else self.sentence
        super().__init__(
            f"{place} Er is niets veranderd. "
            "Kies met --bestand een andere plek, of pas de rechten aan."
        )


class Replaced(StoreError):
    """Another file stands where the open one was, as a cloud service leaves behind."""

    def __init__(self, rescued: Path) -> None:
        super().__init__(
            "Een ander programma heeft dit bestand vervangen; dit laatste is nog niet bewaard. Wat "
            "je bewaarde is apart gezet. Sluit spreekuur en typ in een shell: "
            f'spreekuur herstel "{rescued}"'
        )


class FileMissing(StoreError):
    """There is no database at the place that was asked for."""

    def __init__(self, path: Path) -> None:
        super().__init__(f"Hier staat geen bestand: {path}. spreekuur nieuw maakt er een.")


class ImpossiblePlace(StoreError):
    """A path that no file can have here: a name that is too long, a user there is not."""

    def __init__(self, named: str) -> None:
        super().__init__(f"Het pad van {named} kan hier niet bestaan. Kies een ander pad.")


class FileExists(StoreError):
    """Something stands where a new file was to be made."""

    def __init__(self, path: Path) -> None:
        super().__init__(
            f"Hier staat al iets: {path}. Er is niets overschreven. "
            "Kies met --bestand een andere plek."
        )


class ChangedElsewhere(StoreError):
    """The row's version is no longer the one that was read."""

    sentence = "In een ander venster gewijzigd; bijgewerkt."
