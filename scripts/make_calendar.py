"""Writes facts/calendar_cn.py anew from the installed package `holidays`: run it when a new year has been published."""

from pathlib import Path

from hegui.facts.published_years import PACKAGE, installed_version, published_years

FIRST_YEAR = 2004
TABLE = Path(__file__).resolve().parent.parent / "facts" / "calendar_cn.py"


def table() -> str:
    """The text of the module, one line a year."""
    years = published_years(FIRST_YEAR)
    lines = [
        "# ruff: noqa: E501",
        '"""Made by scripts/make_calendar.py; do not edit. What the State Council\'s yearly notices move, as MMDD."""',
        "",
        f'SOURCE = "{PACKAGE} CN"',
        f'VERSION = "{installed_version()}"',
        "",
        "# Mondays to Fridays that are not worked.",
        "WEEKDAYS_OFF: dict[int, str] = {",
        *(f'    {year}: "{" ".join(days.weekdays_off)}",' for year, days in years.items()),
        "}",
        "",
        "# Saturdays and Sundays that are worked.",
        "WEEKENDS_WORKED: dict[int, str] = {",
        *(f'    {year}: "{" ".join(days.weekends_worked)}",' for year, days in years.items()),
        "}",
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
    print(f"{TABLE.name}: {len(published_years(FIRST_YEAR))} years, {PACKAGE} {installed_version()}")
