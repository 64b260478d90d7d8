"""Documents as people write them: blocks and brackets side by side, comments anywhere, values left empty."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tests.strategies.picking import Pick

__all__ = ["as_json", "as_yaml", "comments_of"]


def as_yaml(pick: Pick, data: Mapping[str, Any]) -> str:
    """A document as YAML, another one each time; every comment has a number of its own."""
    writer = _Writer(pick)
    lines = list(writer.mapping(data, ""))
    end = pick(("\n", "\n", "", "\n\n# 完\n"))
    return pick(("\n", "\n", "\r\n")).join("\n".join(lines).split("\n")) + end


def as_json(pick: Pick, data: Mapping[str, Any]) -> str:
    """A document as JSON, on one line or many."""
    return json.dumps(data, ensure_ascii=pick((True, False)), indent=pick((None, 2, 4, "\t"))) + pick(("\n", ""))


def comments_of(text: str) -> list[str]:
    """The numbered comments that `as_yaml` wrote, in order."""
    return [line[line.index("# №") :] for line in text.splitlines() if "# №" in line]


class _Writer:
    def __init__(self, pick: Pick) -> None:
        self._pick = pick
        self._comments = 0

    def mapping(self, data: Mapping[str, Any], indent: str, first: str | None = None) -> Iterator[str]:
        """The lines of a mapping; the first one may follow a dash."""
        for key, value in data.items():
            if first is None:
                yield from self._above(indent)
            lead, first = indent if first is None else first, None
            yield from self._pair(lead, indent, key, value)

    def _pair(self, lead: str, indent: str, key: str, value: Any) -> Iterator[str]:
        deeper = indent + self._pick(("  ", "    "))
        if isinstance(value, dict) and value and self._pick((True, True, False)):
            yield f"{lead}{key}:{self._behind()}"
            yield from self.mapping(value, deeper)
        elif isinstance(value, list) and value and self._pick((True, False)):
            yield f"{lead}{key}:{self._behind()}"
            at = self._pick((indent, deeper))
            for element in value:
                yield from self._above(at)
                if isinstance(element, dict) and self._pick((True, False)):
                    yield from self.mapping(element, f"{at}  ", f"{at}- ")
                else:
                    yield f"{at}- {self._flow(element)}{self._behind()}"
        else:
            told = self._flow(value)
            if told and ", " in told and told[0] in "{[" and self._pick((True, False)):
                head, tail = told.split(", ", 1)
                told = f"{head},{self._behind()}\n{deeper}   {tail}"
            yield f"{lead}{key}:{' ' if told else ''}{told}{self._behind()}"

    def _flow(self, value: Any) -> str:
        if isinstance(value, dict):
            inside = ", ".join(f"{key}: {self._flow(one)}" for key, one in value.items())
            return f"{{{inside}}}"
        if isinstance(value, list):
            return f"[{', '.join(self._flow(one) for one in value)}]"
        if value is None:
            return self._pick(("", "~", "null"))
        if isinstance(value, str):
            return self._pick((value, value, f'"{value}"', f"'{value}'"))
        return json.dumps(value)

    def _above(self, indent: str) -> Iterator[str]:
        if self._pick((False, False, True)):
            yield self._pick((indent, indent, "")) + self._comment()
        elif self._pick((False, False, False, True)):
            yield ""

    def _behind(self) -> str:
        return self._pick(("", "", "", f"  {self._comment()}", f" {self._comment()}"))

    def _comment(self) -> str:
        self._comments += 1
        return f"# №{self._comments} {self._pick(('待核实', 'see: [a, b]', 'x {y: z}', '- id: a'))}"
