"""Write the table of functions in docs/writing-rules.md anew, from the functions themselves.

Run as `python -m scripts.rule_functions`.
"""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from hegui.engine.explain.display import date_text
from hegui.engine.intervals import MINUTES_A_DAY
from hegui.engine.language.functions import FUNCTIONS, Function
from hegui.facts.schema import Kind

__all__ = ["BEGIN", "END", "GUIDE", "function_table", "with_table"]

GUIDE: Final = Path(__file__).resolve().parents[1] / "docs" / "writing-rules.md"
BEGIN: Final = "<!-- functions: written by make norm-pages -->"
END: Final = "<!-- end of functions -->"

_DAY: Final = datetime.date(2018, 2, 9).toordinal()
_MINUTE: Final = _DAY * MINUTES_A_DAY + 14 * 60 + 30
_NUMBERS: Final[Mapping[str, int]] = {"months_after": 1, "hours_after": 24, "days_before": 90}
_MEANINGS: Final[Mapping[str, str]] = {
    "days_after": "the last day of a period in days, moved to a working day",
    "workdays_after": "the last day of a period in working days, make-up days among them",
    "months_after": "the same day of a later month or that month's last, moved to a working day",
    "days_before": "the last day for what is due so long before an event; never moves, strictly a day earlier",
    "plus_days": "so many days on; never moves",
    "hours_after": "the last minute of a period in hours",
    "day_of": "the day of a minute",
    "day_end": "the last minute of a day",
    "year_end": "31 December of the year",
}


def function_table() -> list[str]:
    """The table: each function with its meaning, and what it gives on one day."""
    head = ["function", "takes", "gives", "meaning", "for example", "gives", "strictly"]
    return [_row(head), _row(["---"] * len(head)), *(_row(_cells(function)) for function in FUNCTIONS.values())]


def with_table(guide: str) -> str:
    """The guide with the table between its marks."""
    before, begin, rest = guide.partition(BEGIN)
    _, end, after = rest.partition(END)
    assert begin, f"the guide has no mark {BEGIN}"
    assert end, f"the guide has no mark {END}"
    return "\n".join([f"{before}{BEGIN}", "", *function_table(), "", f"{END}{after}"])


def _row(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _cells(function: Function) -> list[str]:
    takes = function.takes.value
    given = _MINUTE if function.takes is Kind.MINUTE else _DAY
    number = _NUMBERS.get(function.name, 10)
    example = f"{function.name}({date_text(given, function.takes)}{f', {number}' if function.numbered else ''})"
    legal, strict = (
        date_text(compute((given, given), number)[1], function.gives) for compute in (function.compute, function.strict)
    )
    return [
        f"`{function.name}({takes}{', n' if function.numbered else ''})`",
        ("a day, or a minute's day" if function.any_date else f"a {takes}")
        + (f", n from 0 to {function.most}" if function.numbered else ""),
        f"a {function.gives.value}",
        _MEANINGS[function.name],
        example,
        legal,
        "" if strict == legal else strict,
    ]


if __name__ == "__main__":
    GUIDE.write_text(with_table(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
