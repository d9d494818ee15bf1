"""Exit codes and sentences are a contract: scripts and people act on them."""

from __future__ import annotations

from pathlib import Path

import pytest

from spreekuur.store import errors

PLACE = Path("/thuis/spreekuur.db")
EXAMPLES: list[tuple[errors.StoreError, int, str]] = [
    (
        errors.WrongPassphrase(),
        3,
        "Deze wachtwoordzin past niet op dit bestand. Er is niets veranderd. "
        "Probeer het opnieuw, of F5 voor de herstelcode.",
    ),
    (
        errors.Damaged(),
        4,
        "Dit bestand is beschadigd en daarom niet geopend. Er is niets aan veranderd. "
        "Zet een kopie terug.",
    ),
    (
        errors.EmptyFile(),
        4,
        "Dit bestand is leeg (0 bytes). Dat is schade, geen nieuw begin. Er is niets overschreven.",
    ),
    (
        errors.NewerFile("0.4"),
        4,
        "Dit bestand is met een nieuwere versie gemaakt (0.4). Werk spreekuur bij. "
        "Er is niets veranderd.",
    ),
    (
        errors.NotEncrypted(),
        1,
        "Dit bestand is niet versleuteld en hoort niet bij spreekuur. Het is niet geopend.",
    ),
    (errors.ChangedElsewhere(), 1, "In een ander venster gewijzigd; bijgewerkt."),
    (
        errors.DiskFull(),
        1,
        "De schijf is vol, dit is nog niet bewaard. De tekst blijft staan. "
        "Maak ruimte en druk op F2.",
    ),
]


@pytest.mark.parametrize(
    ("error", "code", "sentence"), EXAMPLES, ids=lambda value: type(value).__name__
)
def test_sentences_and_exit_codes_are_those_of_the_design(
    error: errors.StoreError, code: int, sentence: str
) -> None:
    assert (error.exit_code, error.sentence, str(error)) == (code, sentence, sentence)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (errors.KeyFileMissing(PLACE), 3),
        (errors.PassphraseUnavailable(), 3),
        (errors.KeyFileDamaged(), 4),
        (errors.NotOurs(), 1),
        (errors.FileBusy(), 1),
        (errors.NotWritable(PLACE), 1),
        (errors.NotReadable(PLACE), 1),
        (errors.FileMissing(PLACE), 1),
        (errors.FileExists(PLACE), 1),
    ],
    ids=lambda value: type(value).__name__,
)
def test_every_other_refusal_is_a_sentence_too(error: errors.StoreError, code: int) -> None:
    assert error.exit_code == code
    assert error.sentence[0].isupper()
    assert error.sentence.endswith(".")
    assert "!" not in error.sentence


def test_an_empty_file_and_a_broken_key_file_are_kinds_of_damage() -> None:
    assert issubclass(errors.EmptyFile, errors.Damaged)
    assert issubclass(errors.KeyFileDamaged, errors.Damaged)


def test_a_place_is_named_so_that_it_can_be_found() -> None:
    assert str(PLACE) in errors.FileMissing(PLACE).sentence
    assert "spreekuur.keys" in errors.KeyFileMissing(Path("/thuis/spreekuur.keys")).sentence
