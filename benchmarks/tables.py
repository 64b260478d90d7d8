"""How results are printed: Markdown, as docs/performance.md holds it."""

from collections.abc import Mapping, Sequence

__all__ = ["Measured", "ratios", "table"]

Measured = Mapping[str, float]
"""Seconds by name."""


def table(title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Prints a table; its first column is text, the others numbers."""
    print(f"\n{title}\n")
    print(f"| {' | '.join(heads)} |\n| --- |{' ---: |' * (len(heads) - 1)}")
    for row in rows:
        print(f"| {' | '.join(row)} |", flush=True)


def ratios(title: str, found: Measured, base: str, unit: str = "ms") -> None:
    """Prints times, and how many times that of `base` they are."""
    factor = {"ms": 1e3, "µs": 1e6, "s": 1.0}[unit]
    rows = [(name, _number(seconds * factor), _number(seconds / found[base])) for name, seconds in found.items()]
    table(title, ("what", unit, "ratio"), rows)


def _number(value: float) -> str:
    """Three figures that mean something."""
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 10 else f"{value:.2f}"
