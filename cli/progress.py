"""How far a long run has come: one line on standard error that is written over, and only on a terminal."""

import sys
import time
from typing import Final

from ..reports.language import Language
from ..reports.text.width import padded, width

__all__ = ["ProgressLine"]

_EVERY: Final = 0.2
"""Seconds between two writings."""


class ProgressLine:
    """Counts companies, and tells them with their rate and the time left."""

    def __init__(self, total: int, language: Language, *, quiet: bool) -> None:
        self._total = total
        self._language = language
        self._shown = not quiet and sys.stderr.isatty()
        self._began = time.monotonic()
        self._done = self._fresh = self._widest = 0
        self._last = 0.0

    def __call__(self, more: int, *, fresh: bool = True) -> None:
        """So many more companies are done, which counts for the rate where they are `fresh`."""
        self._done += more
        self._fresh += more if fresh else 0
        now = time.monotonic()
        if self._shown and (now - self._last >= _EVERY or self._done >= self._total):
            self._last = now
            self._put(progress_text(self._done, self._fresh, self._total, now - self._began, self._language))

    def end(self) -> None:
        """Clear the line."""
        if self._shown and self._widest:
            self._put("")
            sys.stderr.write("\r")
            sys.stderr.flush()

    def _put(self, line: str) -> None:
        self._widest = max(self._widest, width(line))
        try:
            sys.stderr.write(f"\r{padded(line, self._widest)}")
            sys.stderr.flush()
        except OSError:
            self._shown = False


def progress_text(done: int, fresh: int, total: int, seconds: float, language: Language) -> str:
    """'12,000 of 40,000 companies (30 %), 3,400 a second, 0:08 left'; `fresh` ones were done in these seconds."""
    rate = fresh / seconds if seconds > 0 else 0.0
    left = max(0, round((total - done) / rate)) if rate else 0
    clock = (
        f"{left // 3600}:{left % 3600 // 60:02d}:{left % 60:02d}" if left >= 3600 else f"{left // 60}:{left % 60:02d}"
    )
    share = min(100, done * 100 // total) if total else 100
    if language is Language.ZH:
        return f"已处理 {done:,} / {total:,} 家({share} %),每秒 {rate:,.0f} 家,剩余约 {clock}"
    return f"{done:,} of {total:,} companies ({share} %), {rate:,.0f} a second, {clock} left"
