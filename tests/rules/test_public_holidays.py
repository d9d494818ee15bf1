"""Public holidays are worked out here, and held to a library that is kept up to date."""

from __future__ import annotations

from datetime import date

from holidays import country_holidays

from spreekuur.rules.public_holidays import public_holidays


def test_every_day_is_the_one_that_the_library_knows() -> None:
    for year in range(2014, 2101):
        known = country_holidays("NL", years=year, language="nl")
        assert list(public_holidays(year)) == sorted(known)
        if not known.keys() & {date(year, 5, 5)}:
            names = [name.casefold() for name in public_holidays(year).values()]
            assert names == [name.casefold() for _, name in sorted(known.items())]


def test_the_day_that_is_in_no_list_of_school() -> None:
    assert public_holidays(2027)[date(2027, 3, 29)] == "Tweede Paasdag"


def test_the_kings_birthday_gives_way_to_a_sunday() -> None:
    assert public_holidays(2025)[date(2025, 4, 26)] == "Koningsdag"
    assert date(2025, 4, 27) not in public_holidays(2025)
