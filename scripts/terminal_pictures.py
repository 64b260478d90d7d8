"""Writes the pictures of the terminal that the READMEs show, from a real audit, as SVG.

Run as `python -m scripts.terminal_pictures`.
"""

import contextlib
import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import groupby
from pathlib import Path
from typing import Final

from hegui.cli.audit import audited
from hegui.reports.formats import Format
from hegui.reports.language import Language
from hegui.reports.text import Telling
from hegui.reports.text.width import width
from hegui.rulesets import DEFAULT

__all__ = ["PICTURES", "picture"]

_ROOT: Final = Path(__file__).resolve().parents[1]
_EXAMPLE: Final = _ROOT / "examples" / "main"
PICTURES: Final[Mapping[Language, Path]] = {
    Language.EN: _ROOT / "docs" / "images" / "terminal.svg",
    Language.ZH: _ROOT / "docs" / "images" / "terminal.zh.svg",
}

_COLUMNS: Final = 100
_SHOWN: Final = 30
"""Lines of the report; the rest is left out, which a last line says."""
_CELL: Final = 9
_LINE: Final = 23
_MARGIN: Final = 20
_PROMPT: Final = "\x1b[2m$\x1b[0m "

# What the sequences of reports/text/style.py look like. Fonts are those that the reader has: each run of characters of
# one width is put at its column and held to its columns, so that lines agree whatever the font is.
_HEAD: Final = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img">
<title>hegui audit</title>
<style>
text {{
  font: 16px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "PingFang SC", "Microsoft YaHei",
    "Noto Sans CJK SC", monospace;
  fill: #d6d9de;
  white-space: pre;
}}
.s1 {{ font-weight: bold }}
.s2 {{ fill: #8b919c }}
.s31 {{ fill: #ff7b82 }}
.s32 {{ fill: #86cf92 }}
.s33 {{ fill: #e8c274 }}
.s35 {{ fill: #cf9bee }}
</style>
<rect width="{width}" height="{height}" rx="8" fill="#181a1f"/>
"""
_SEQUENCE: Final = re.compile(r"\x1b\[([\d;]*)m")


def picture(language: Language) -> str:
    """The beginning of the report on the main example as it looks in a terminal, as SVG."""
    day = (_EXAMPLE / "as_of.txt").read_text(encoding="utf-8").strip()
    asked = f"hegui audit facts.yaml --as-of {day}" + ("" if language is Language.ZH else f" --lang {language}")
    with contextlib.chdir(_EXAMPLE):
        report, background = audited("facts.yaml", day, DEFAULT)
        told = str(Format.TEXT.write(report, background, Telling(language, _COLUMNS, colour=True)))
    lines = [f"{_PROMPT}{asked}", *told.split("\n")[:_SHOWN], "\x1b[2m…\x1b[0m"]
    size = {"width": _COLUMNS * _CELL + 2 * _MARGIN, "height": len(lines) * _LINE + 2 * _MARGIN}
    texts = [text for number, line in enumerate(lines) for text in _texts(line, _MARGIN + (number + 1) * _LINE - 6)]
    return "".join(f"{text}\n" for text in [_HEAD.format_map(size).rstrip(), *texts, "</svg>"])


def _texts(line: str, y: int) -> Iterator[str]:
    """The elements of a line: runs of one style and one width of character. Blanks need none."""
    column = 0
    parts = _SEQUENCE.split(line)
    for style, part in zip(["", *parts[1::2]], parts[::2], strict=True):
        for _, group in groupby(part, key=_kind):
            run = "".join(group)
            columns = width(run)
            if not run.isspace():
                classes = "".join(f"s{one} " for one in style.split(";") if one not in ("", "0")).strip()
                named = f' class="{classes}"' if classes else ""
                place = f'x="{_MARGIN + column * _CELL}" y="{y}" textLength="{columns * _CELL}"'
                yield f'<text{named} {place} lengthAdjust="spacingAndGlyphs">{escape(run)}</text>'
            column += columns


def _kind(character: str) -> int:
    return -1 if character == " " else width(character)


def main() -> None:
    """Write the pictures in both languages."""
    for language, path in PICTURES.items():
        path.write_text(picture(language), encoding="utf-8")


if __name__ == "__main__":
    main()
