"""The clauses of the Special Provisions, put together from their stretches."""

from collections.abc import Iterable, Sequence

from ..bilingual import Bilingual
from .folding import folded
from .model import Certainty, LineKind, Note, ReadClause
from .scanned import UNKNOWN_ARTICLE, Scan, Stretch

_ARTICLE_WITH_ITEMS = "15"


def clauses(scan: Scan) -> tuple[tuple[ReadClause, ...], tuple[Note, ...]]:
    """The clauses in the order of their numbers, and what is to be said about how they were found.

    Marks in `scan` which lines repeat a clause, and which of the stretches turned out to be no clause's.
    """
    notes: list[Note] = []
    named = [stretch for stretch in scan.stretches if stretch.id is not None]
    _place_items(named)
    _place_heads_of_pages(scan, named, notes)
    kept: dict[str, Stretch] = {}
    for stretch in named:
        assert stretch.id is not None
        for line in stretch.lines:
            scan.of[line - 1] = stretch.id
        first = kept.setdefault(stretch.id, stretch)
        if first is not stretch:
            kept[stretch.id] = _merge(first, stretch, scan, notes)
    for stretch, line in scan.joined_over_pages:
        clause = stretch.id
        if clause is None:
            continue
        notes.append(
            Note(
                Bilingual(
                    f"第 {line} 行接续上一页的{printed_number(clause)}",
                    f"line {line} goes on with clause {clause} from the page before",
                ),
                line,
            )
        )
    found = sorted(kept.values(), key=lambda stretch: order(stretch.id or ""))
    return tuple(ReadClause(s.id or "", s.text, tuple(s.lines), s.certainty) for s in found), tuple(notes)


def order(clause: str) -> tuple[int, int]:
    """A key by which clauses sort as in the text: the face, the preamble, then articles, each followed by its items."""
    if clause in ("face", "preamble"):
        return (-2 if clause == "face" else -1, 0)
    article, _, item = clause.partition("(")
    return (int(article), int(item.rstrip(")") or 0))


def gaps(found: Iterable[str]) -> tuple[str, ...]:
    """The clauses that must lie between those found, by their numbers. What the end lacks cannot be seen from here."""
    have = set(found)
    articles = [int(clause) for clause in have if clause.isdecimal()]
    items = [order(clause)[1] for clause in have if clause.startswith(f"{_ARTICLE_WITH_ITEMS}(")]
    if items:
        articles.append(int(_ARTICLE_WITH_ITEMS))
    expected = ["face", "preamble", *(str(n) for n in range(1, max(articles, default=0) + 1))]
    expected += [f"{_ARTICLE_WITH_ITEMS}({n})" for n in range(1, max(items, default=0) + 1)]
    return tuple(sorted((clause for clause in expected if clause not in have), key=order))


def printed_number(clause: str) -> str:
    """The clause as a Chinese sentence names it: 第十五条第(八)项."""
    if clause in ("face", "preamble"):
        return "正文" if clause == "face" else "序言"
    article, item = order(clause)
    return f"第{_numeral(article)}条" + (f"第({_numeral(item)})项" if item else "")


def _numeral(number: int) -> str:
    digits = "零一二三四五六七八九"
    tens, ones = divmod(number, 10)
    if not tens:
        return digits[ones]
    return ("" if tens == 1 else digits[tens]) + "十" + (digits[ones] if ones else "")


def _place_items(stretches: Sequence[Stretch]) -> None:
    """Items that stood under no article that announces some (their page was moved) go to the one that does."""
    announcing = [s.id for s in stretches if s.id and s.id.isdecimal() and folded(s.text).endswith(":")]
    owner = announcing[0] if len(set(announcing)) == 1 else _ARTICLE_WITH_ITEMS
    for stretch in stretches:
        if stretch.id and stretch.id.startswith(UNKNOWN_ARTICLE):
            stretch.id = f"{owner}{stretch.id.removeprefix(UNKNOWN_ARTICLE)}"
            stretch.certainty = Certainty.LIKELY


def _place_heads_of_pages(scan: Scan, named: Sequence[Stretch], notes: list[Note]) -> None:
    """The head of a page that goes on with no clause before it belongs to the one clause that breaks off, if there is.

    A page that was scanned twice gives the same head twice, and perhaps the clause too.
    """
    heads = [stretch for stretch in scan.stretches if stretch.id is None]
    broken_off = [stretch for stretch in named if not stretch.ended]
    one_way = len({clause.id for clause in broken_off}) == 1 and len({folded(head.text) for head in heads}) == 1
    for head in heads:
        if one_way and broken_off:
            clause = broken_off.pop(0)
            for line in head.lines:
                scan.of[line - 1] = clause.id
            clause.parts += head.parts
            clause.lines += head.lines
            clause.certainty = Certainty.LIKELY
            notes.append(_out_of_order(head.lines[0], clause.id or ""))
            continue
        text = folded(head.text)
        again = next((clause for clause in named if folded(clause.text).endswith(text)), None)
        for line in head.lines:
            scan.kinds[line - 1] = LineKind.REPEATED if again else LineKind.UNRECOGNISED
            scan.of[line - 1] = again.id if again else None


def _out_of_order(line: int, clause: str) -> Note:
    return Note(
        Bilingual(
            f"第 {line} 行所在页次序有误,其开头接续{printed_number(clause)},即唯一未完的条款",
            f"the page of line {line} is out of order: its head was joined to clause {clause}, the only one broken off",
        ),
        line,
    )


def _merge(first: Stretch, again: Stretch, scan: Scan, notes: list[Note]) -> Stretch:
    """The better of two stretches with one number: the whole one, or else the first."""
    one, other = folded(first.text), folded(again.text)
    kept, left = (again, first) if len(other) > len(one) and other.startswith(one) else (first, again)
    same = folded(kept.text).startswith(folded(left.text))
    number = printed_number(first.id or "")
    if same:
        for line in left.lines:
            scan.kinds[line - 1] = LineKind.REPEATED
        zh, en = "重复出现,内容相同", "stands there again, the same"
    else:
        kept.certainty = Certainty.UNSURE
        zh, en = "再次出现而内容不同,取先出现者", "stands there again with another text; the first one was taken"
    notes.append(
        Note(
            Bilingual(f"{number}在第 {again.lines[0]} 行{zh}", f"clause {first.id}, line {again.lines[0]}: {en}"),
            again.lines[0],
        )
    )
    return kept
