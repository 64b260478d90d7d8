"""One shape for texts that differ only in typography: white space, full or half width, kind of quote or dash."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

_ONE_FOR = {
    **dict.fromkeys("“”„‟«»「」『』", '"'),
    **dict.fromkeys("‘’‚‛`´", "'"),
    **dict.fromkeys("—–‐‑‒―−", "-"),
    **dict.fromkeys("〔﹝【[", "("),
    **dict.fromkeys("〕﹞】]", ")"),
    "∶": ":",
    "､": "、",
}


@dataclass(frozen=True, slots=True)
class Folded:
    """A text's folded characters, and for each the place in the text it came from."""

    text: str
    places: tuple[int, ...]

    def unfold(self, raw: str, start: int, end: int | None = None) -> str:
        """The stretch of the raw text that lies behind the folded characters from `start` to `end`."""
        end = len(self.text) if end is None else end
        return raw[self.places[start] : self.places[end - 1] + 1] if start < end else ""


def fold(raw: str) -> Folded:
    """`raw` without white space and unseen characters, in half width, with one kind of quote and of dash."""
    characters: list[str] = []
    places: list[int] = []
    for place, character in enumerate(raw):
        for folded in _fold_one(character):
            characters.append(folded)
            places.append(place)
    return Folded("".join(characters), tuple(places))


def folded(raw: str) -> str:
    """Only the folded characters of `raw`."""
    return "".join(map(_fold_one, raw))


def cleaned(raw: str) -> str:
    """`raw` without unseen characters, its white space as single spaces, none of them beside a Chinese character."""
    shown = "".join(" " if c.isspace() else c for c in raw if c.isspace() or not _unseen(c))
    return re.sub(r" (?![!-~])|(?<![!-~]) ", "", " ".join(shown.split()))


def ideographs(text: str) -> int:
    """How many Chinese characters `text` has."""
    return sum(map(is_ideograph, text))


def is_ideograph(character: str) -> bool:
    """Whether it is a Chinese character, 〇 among them."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or character == "〇"
        or "\u3400" <= character <= "\u4dbf"
        or character >= "\U00020000"
    )


@lru_cache(maxsize=8192)
def _fold_one(character: str) -> str:
    if character.isspace() or _unseen(character):
        return ""
    normal = unicodedata.normalize("NFKC", character)
    return "".join(_ONE_FOR.get(c, c) for c in normal if not c.isspace())


def _unseen(character: str) -> bool:
    return unicodedata.category(character) in ("Cc", "Cf", "Cs", "Co", "Cn")
