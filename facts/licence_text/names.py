"""Names of natural persons are told apart from the rest of a licence and blanked; none is kept."""

import re
from collections.abc import Iterable

from .folding import folded, is_ideograph

BLANK = "〇"
_PERSON = re.compile(r"[\u3400-\u9fff〇·•]{2,15}")
_SHORT = 4
_BESIDE_A_LABEL = 16


def looks_like_a_name(raw: str) -> bool:
    """Two to four Chinese characters and nothing else, or a longer name with its parts set apart by a dot."""
    text = folded(raw)
    if _PERSON.fullmatch(text) is None:
        return False
    return len(text) <= _SHORT or "·" in text or "•" in text


def may_follow_a_label(raw: str) -> bool:
    """Short enough to be what was signed or dated under the label of a signature."""
    return len(folded(raw)) <= _BESIDE_A_LABEL


def blanked(raw: str, start: int = 0, end: int | None = None) -> str:
    """`raw` with every character blanked that can be seen, from `start` to `end`."""
    end = len(raw) if end is None else end
    return raw[:start] + "".join(BLANK if folded(c) else c for c in raw[start:end]) + raw[end:]


def without(raw: str, names: Iterable[str]) -> str:
    """`raw` with each of the names blanked where it stands, also where white space parts its characters."""
    for name in names:
        pattern = r"\s*".join(map(re.escape, name))
        raw = re.sub(pattern, lambda match: blanked(match[0]), raw)
    return raw


def name_of(raw: str) -> str | None:
    """The name alone, to look for it elsewhere; None if there is none or it is blanked already."""
    name = "".join(c for c in folded(raw) if is_ideograph(c))
    return name if 2 <= len(name) <= 15 and name.strip(BLANK) else None
