"""Writes the public holidays of the Netherlands as data, from the `holidays` library.

python -m tests.public_holidays_of 2024 2040 > src/spreekuur/rules/public_holiday_data.py
"""

from __future__ import annotations

import sys

from holidays import country_holidays


def rows(first: int, last: int) -> list[str]:
    """One a line: day and name, of these years and those between."""
    found = country_holidays("NL", years=range(first, last + 1), language="nl")
    return [f"{day} {name}" for day, name in sorted(found.items())]


if __name__ == "__main__":
    lines = "\n".join(rows(*map(int, sys.argv[1:])))
    sys.stdout.write(
        '"""Public holidays of the Netherlands, Goede Vrijdag too, as the `holidays` library has '
        'them."""\n\nfrom __future__ import annotations\n\n'
        f'ROWS = """\\\n{lines}"""\n"""One a line: the day and its name."""\n'
    )
