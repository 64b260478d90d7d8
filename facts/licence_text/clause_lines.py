"""The lines of the Special Provisions' clauses."""

from .folding import folded, ideographs
from .marks import Mark
from .model import Certainty, LineKind
from .names import looks_like_a_name
from .scanned import SENTENCE_ENDS, UNKNOWN_ARTICLE, Scan, Stretch

_PUNCTUATION = SENTENCE_ENDS + ",、()《》\"'"
_SHORTEST_HEAD = 15
_SHORTEST_SENTENCE = 8


class ClauseLines:
    """Takes the lines of one clause after another. `clause` is the last one begun."""

    def __init__(self, scan: Scan) -> None:
        self._scan = scan
        self.clause: Stretch | None = None
        self._article: Stretch | None = None
        self._article_has_items = False
        self._page_is_fresh = False

    def new_page(self) -> None:
        """The head of a page has been passed."""
        self._page_is_fresh = True

    @property
    def broken_off(self) -> bool:
        """Whether the last clause's sentence is not complete."""
        return self.clause is not None and not self.clause.ended

    def preamble(self, mark: Mark) -> None:
        """The preamble's first line."""
        self._open(mark, "preamble")

    def article(self, mark: Mark) -> None:
        """An article's first line."""
        self._article, self._article_has_items = self._open(mark, str(mark.number)), False

    def item(self, mark: Mark) -> None:
        """An item's first line. It belongs to the article above if that announces items; else to one found later."""
        if self._article is not None and folded(self._article.text).endswith(":"):
            self._article_has_items = True
        owner = self._article.id if self._article is not None and self._article_has_items else UNKNOWN_ARTICLE
        self._open(mark, f"{owner}({mark.number})")

    def other(self, mark: Mark) -> bool:
        """Whether the line goes on with a clause; if so it is taken."""
        text = mark.raw.strip()
        if self._page_is_fresh and not self.broken_off:
            # The head of a page whose beginning stands elsewhere.
            if not ideographs(text) or not (_whole_sentence(text) or len(text) > _SHORTEST_HEAD):
                return False
            self.clause = Stretch(None, [], [])
            self._scan.stretches.append(self.clause)
        elif self.clause is None or not self._goes_on(mark, text, self.clause):
            return False
        elif self._page_is_fresh:
            self._scan.joined_over_pages.append((self.clause, mark.line))
        elif self.clause.lines[-1] != mark.line - 1:
            self.clause.certainty = Certainty.LIKELY
        self.clause.parts.append(text)
        self.clause.lines.append(mark.line)
        self._page_is_fresh = False
        self._scan.set(mark, LineKind.CLAUSE, self.clause.id)
        return True

    @staticmethod
    def _goes_on(mark: Mark, text: str, clause: Stretch) -> bool:
        """Right below, anything Chinese does; further down, the rest of a broken sentence, or a further whole one."""
        if clause.lines[-1] == mark.line - 1:
            return bool(ideographs(text)) or (not clause.ended and all(c in _PUNCTUATION for c in mark.folded.text))
        if not ideographs(text) or looks_like_a_name(text):
            return False
        return not clause.ended or (_whole_sentence(text) and len(text) > _SHORTEST_SENTENCE)

    def _open(self, mark: Mark, clause: str) -> Stretch:
        self._page_is_fresh = False
        self._scan.set(mark, LineKind.CLAUSE, clause)
        self.clause = Stretch(clause, [mark.text], [mark.line])
        self._scan.stretches.append(self.clause)
        return self.clause


def _whole_sentence(text: str) -> bool:
    return folded(text)[-1:] in SENTENCE_ENDS
