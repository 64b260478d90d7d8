"""What stands in a guide between its sentences: blocks of code and tables, each with a remark that says what it is."""

import re
from pathlib import Path
from typing import Final, NamedTuple

ROOT: Final = Path(__file__).resolve().parents[2]
GUIDE: Final = ROOT / "docs" / "writing-rules.md"

_REMARK: Final = re.compile(r"<!-- (.*) -->")
_CODE: Final = re.compile(r"^`([^`]+)`$")


class Block(NamedTuple):
    """A block of code or a table; `remark` is what the comment above it says, '' where there is none."""

    remark: str
    language: str
    lines: tuple[str, ...]
    line: int

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(f"{line}\n" for line in self.lines)

    @property
    def rows(self) -> list[list[str]]:
        """The cells of a table, without its head."""
        return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in self.lines[2:]]

    @property
    def expressions(self) -> list[str]:
        """The code in the first column of a table."""
        found = [_CODE.match(row[0]) for row in self.rows]
        assert all(found), f"line {self.line}: the first column is code"
        return [one[1] for one in found if one]


def blocks(path: Path = GUIDE) -> list[Block]:
    """The blocks and tables of a page, in order."""
    found: list[Block] = []
    lines = path.read_text(encoding="utf-8").split("\n")
    number = 0
    while number < len(lines):
        start = number
        line = lines[number]
        if line.startswith("```"):
            number += 1
            while lines[number] != "```":
                number += 1
            found.append(Block(_remark(lines, start), line[3:], tuple(lines[start + 1 : number]), start + 1))
        elif line.startswith("|"):
            while lines[number].startswith("|"):
                number += 1
            found.append(Block(_remark(lines, start), "table", tuple(lines[start:number]), start + 1))
        number += 1
    return found


def _remark(lines: list[str], start: int) -> str:
    found = _REMARK.fullmatch(lines[start - 1])
    return found[1] if found else ""
