"""Where two wordings of one clause differ, in phrases that can be read."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from .folding import fold

_CONTEXT = 10
# Differences with fewer same characters than this between them are shown as one.
_APART = 3
# Beyond this length the texts are not aligned character by character, which takes time as the square of it.
_LONGEST_ALIGNED = 4_000

# Start and end in the one text, start and end in the other.
_Span = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Difference:
    """`found` stands where `expected` was to stand (either may be empty).

    `before` and `after` are the words around it, as found.
    """

    expected: str
    found: str
    before: str
    after: str


def differences(expected: str, found: str) -> tuple[Difference, ...]:
    """What differs beyond typography, in the order of the text."""
    one, other = fold(expected), fold(found)
    return tuple(
        Difference(
            one.unfold(expected, start, end),
            other.unfold(found, other_start, other_end),
            other.unfold(found, max(0, other_start - _CONTEXT), other_start),
            other.unfold(found, other_end, min(len(other.text), other_end + _CONTEXT)),
        )
        for start, end, other_start, other_end in _phrases(one.text, other.text)
    )


def _phrases(a: str, b: str) -> list[_Span]:
    """The differing stretches, those close to each other as one."""
    phrases: list[_Span] = []
    for span in _spans(a, b):
        start, end, other_start, other_end = _whole_words(a, b, span)
        if phrases and start - phrases[-1][1] < _APART and other_start - phrases[-1][3] < _APART:
            start, _, other_start, _ = phrases.pop()
        phrases.append((start, end, other_start, other_end))
    return phrases


def _spans(a: str, b: str) -> Iterator[_Span]:
    """The differing stretches between what both texts begin and end with."""
    head = next((n for n, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    rest = min(len(a), len(b)) - head
    tail = next((n for n in range(rest) if a[-1 - n] != b[-1 - n]), rest)
    a_end, b_end = len(a) - tail, len(b) - tail
    if max(a_end, b_end) - head > _LONGEST_ALIGNED:
        yield head, a_end, head, b_end
    else:
        matcher = SequenceMatcher(None, a[head:a_end], b[head:b_end], autojunk=False)
        for tag, start, end, other_start, other_end in matcher.get_opcodes():
            if tag != "equal":
                yield start + head, end + head, other_start + head, other_end + head


def _whole_words(a: str, b: str, span: _Span) -> _Span:
    """The span, widened where it cuts a number or a Latin word in two."""
    start, end, other_start, other_end = span
    while (
        start and other_start and _is_word(a[start - 1]) and _is_word(a[start:end][:1] or b[other_start:other_end][:1])
    ):
        start, other_start = start - 1, other_start - 1
    while (
        end < len(a)
        and other_end < len(b)
        and _is_word(a[end])
        and _is_word((a[start:end] or b[other_start:other_end])[-1:])
    ):
        end, other_end = end + 1, other_end + 1
    return start, end, other_start, other_end


def _is_word(character: str) -> bool:
    return character.isascii() and character.isalnum()
