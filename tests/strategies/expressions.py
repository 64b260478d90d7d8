"""Random conditions and dates in the rule language, written as text: what the language allows, in every nesting.

A body uses its own row, one outer row and the company; arithmetic uses one row.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from hegui.facts import Kind

from .names import Chooser, Names
from .pools import CENTRES, days_around, values_of

__all__ = ["Writer"]

_TIMES: Final = (Kind.DAY, Kind.MINUTE)
_PERIODS: Final = ("days_after", "workdays_after", "months_after", "days_before", "plus_days")
_COUNTS: Final = (0, 1, 3, 10, 30, 90)


@dataclass
class Writer(Chooser):
    """Writes expressions. Each part costs some of the budget; when that is spent only simple parts follow."""

    # Conditions

    def condition(self, names: Names) -> str:
        """A condition."""
        self.budget -= 1
        simple: list[Callable[[Names], str | None]] = [
            self._truth,
            self._dates,
            self._done,
            self._word,
            self._text,
            self._number,
        ]
        nested: list[Callable[[Names], str | None]] = [self._not, self._and, self._or, self._any, self._any, self._all]
        nested += [self._concept, self._concept, self._wide]
        write = self.pick(simple if self.budget <= 0 else [*simple, self._member, *nested, *nested])
        return write(names) or self._dates(names)

    def _not(self, names: Names) -> str:
        return f"not ({self.condition(names)})"

    def _and(self, names: Names) -> str:
        return f"({self.condition(names)} and {self.condition(names)})"

    def _or(self, names: Names) -> str:
        return f"({self.condition(names)} or {self.condition(names)})"

    def _wide(self, names: Names) -> str | None:
        """Many short quantifiers side by side."""
        left, self.budget = self.budget, 0
        joined = self.pick((" and ", " or "))
        parts = [self._quantifier(self.pick(("any", "all")), names) for _ in range(self.pick((3, 6, 10)))]
        pairs = [f"({one} or {other})" for one, other in zip(parts[::2], parts[1::2], strict=False)]
        self.budget = left - len(parts)
        chosen = pairs if joined == " and " and self.pick((True, False)) else parts
        return f"({joined.join(map(str, chosen))})" if None not in parts else None

    def _truth(self, names: Names) -> str | None:
        cells = self.cells(names, Kind.FLAG)
        return self.pick(cells)[0] if cells else None

    def _done(self, names: Names) -> str | None:
        """Whether something has happened."""
        cells = [text for kind in _TIMES for text, one in self.cells(names, kind) if one.event]
        return f"{self.pick(cells)} {self.pick(('==', '!='))} not_done" if cells else None

    def _dates(self, names: Names) -> str:
        kind = self.pick((Kind.DAY, Kind.DAY, Kind.MINUTE))
        operators = ("<", "<=", ">", ">=", "==", "!=", "<=", "<")
        first, second = self.date(names, kind, literal=False), self.date(names, kind)
        if self.pick((False,) * 5 + (True,)):
            return f"{first} <= {second} < {self.date(names, kind, literal=False)}"
        return f"{first} {self.pick(operators)} {second}"

    def _word(self, names: Names) -> str | None:
        cells = self.cells(names, Kind.WORD)
        if not cells:
            return None
        text, one = self.pick(cells)
        same = [other for other, its in cells if its.words is one.words and other != text]
        if same and self.pick((True, False)):
            return f"{text} {self.pick(('==', '!='))} {self.pick(same)}"
        words = tuple(dict.fromkeys(values_of(one, CENTRES[0])))
        if self.pick((True, False)):
            return f"{text} {self.pick(('==', '!='))} '{self.pick(words)}'"
        return f"{text} {self.pick(('in', 'not in'))} ('{words[0]}', '{self.pick(words)}')"

    def _text(self, names: Names) -> str | None:
        cells = self.cells(names, Kind.TEXT)
        if not cells:
            return None
        text, one = self.pick(cells)
        other = self.pick([*(text for text, _ in cells), *(f"'{value}'" for value in values_of(one, CENTRES[0]))])
        return f"{text} {self.pick(('==', '!='))} {other}"

    def _number(self, names: Names) -> str | None:
        cells = self.cells(names, Kind.NUMBER)
        if not cells:
            return None
        text, one = self.pick(cells)
        others = [
            *(text for text, _ in cells),
            *(str(value) for value in values_of(one, CENTRES[0])),
            "readings.number",
        ]
        return f"{text} {self.pick(('<', '<=', '>', '>=', '==', '!='))} {self.pick(others)}"

    def _member(self, names: Names) -> str | None:
        """A word or text in a list of such: of the company, or of the row that the word is of."""
        choices = []
        for path, table, root in self.lists(names):
            if table.words is not None:
                (one,) = table.fields.values()
                own = names if root is None else names.of(root)
                choices += [f"{text} in {path}" for text, its in self.cells(own, table.words) if its.words is one.words]
        return self.pick(choices) if choices else None

    def _any(self, names: Names) -> str | None:
        return self._quantifier("any", names)

    def _all(self, names: Names) -> str | None:
        return self._quantifier("all", names)

    def _quantifier(self, which: str, names: Names) -> str | None:
        found = self.generator(names)
        if found is None:
            return None
        path, variable, inner = found
        guard = f" if {self.condition(inner)}" if self.pick((True, False)) else ""
        return f"{which}({self.condition(inner)} for {variable} in {path}{guard})"

    def _concept(self, names: Names) -> str | None:
        if not self.concepts:
            return None
        name = self.pick(sorted(self.concepts))
        parameters = self.concepts[name]
        if not parameters:
            return str(name)
        tables = [table for table in parameters.values() if table != "day"]
        rows = [row for row in names.rows if row.variable and [row.table] == tables]
        if tables and not rows:
            return None
        row = self.pick(rows) if rows else None
        own = names.of(row.root if row else self.pick(names.roots))
        arguments = [row.text if row and table != "day" else self.day(own) for table in parameters.values()]
        return f"{name}({', '.join(arguments)})"

    # Values

    def day(self, names: Names) -> str:
        """A day, and never `not_done` alone."""
        return self.date(names, Kind.DAY, literal=False)

    def date(self, names: Names, kind: Kind, *, literal: bool = True) -> str:
        """A day or a minute, of one row and the company."""
        self.budget -= 1
        names = names.of(self.pick(names.roots))
        cells = [text for text, _ in self.cells(names, kind)]
        cells += [text for text, its, _ in names.values if its is kind]
        simple = [lambda: self.pick(cells)] * (4 if cells else 0)
        simple.append(lambda: self._constant(kind, literal=literal))
        nested: list[Callable[[], str | None]] = [lambda: self._period(names, kind)] * 2
        nested += [lambda: self._of_list(names, kind)] * 2
        nested += [lambda: self._of_values(names, kind), lambda: self._choice(names, kind)]
        write = self.pick(simple if self.budget <= 0 else [*simple, *nested])
        return str(write() or self._constant(kind, literal=literal))

    def _constant(self, kind: Kind, *, literal: bool) -> str:
        if kind is Kind.MINUTE:
            return f"day_end({self._constant(Kind.DAY, literal=False)})"
        day = self.pick(days_around(self.pick(CENTRES)))
        choices = (f"date({day.year}, {day.month}, {day.day})", "today", "not_done")
        return str(self.pick(choices if literal else choices[:2]))

    def _period(self, names: Names, kind: Kind) -> str:
        if kind is Kind.MINUTE:
            if self.pick((True, False)):
                return f"hours_after({self.date(names, kind, literal=False)}, {self.pick((0, 1, 24, 72))})"
            return f"day_end({self.day(names)})"
        function = self.pick((*_PERIODS, "year_end", "day_of"))
        if function == "year_end":
            return f"year_end({self.day(names)})"
        if function == "day_of":
            return f"day_of({self.date(names, Kind.MINUTE, literal=False)})"
        number = self.pick((*(str(count) for count in _COUNTS), "readings.days"))
        return f"{function}({self.day(names)}, {number})"

    def _of_list(self, names: Names, kind: Kind) -> str | None:
        found = self.generator(names)
        if found is None:
            return None
        path, variable, inner = found
        guard = f" if {self.condition(inner)}" if self.pick((True, False)) else ""
        own = inner.of(variable)
        value = self.date(own, kind, literal=False)
        return f"{self.pick(('earliest', 'latest'))}({value} for {variable} in {path}{guard})"

    def _of_values(self, names: Names, kind: Kind) -> str:
        dates = [self.date(names, kind, literal=False), self.date(names, kind)]
        return f"{self.pick(('earliest', 'latest'))}({', '.join(dates)})"

    def _choice(self, names: Names, kind: Kind) -> str:
        then, otherwise = self.date(names, kind, literal=False), self.date(names, kind)
        return f"({then} if {self.condition(names)} else {otherwise})"
