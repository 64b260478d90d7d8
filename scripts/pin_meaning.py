"""Pin the meaning of the ruleset anew, in tests/meaning/, and tell what moved. Run as `python -m scripts.pin_meaning`.

With --add the examples of the norms are looked through for companies that show or notice what no pinned one does.
"""

import sys
from collections.abc import Sequence

from hegui.engine.ruleset.workshop import Workshop
from hegui.rulesets import DEFAULT, find_ruleset
from tests.meaning import companies, pins
from tests.meaning.choosing import with_more

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Write the pins, and on request more companies first. Gives the exit code."""
    workshop = Workshop(find_ruleset(DEFAULT))
    before = companies.small_companies()
    after = with_more(before, workshop) if "--add" in arguments else before
    version, old = _pinned(before)
    pinned = (*companies.examples(), *companies.small(after))
    ruleset = workshop.ruleset
    new = pins.meaning_of(ruleset.norms.values(), pins.rows_of(pinned))
    companies.FILE.write_text(companies.dumped(after), encoding="utf-8")
    pins.FILE.write_text(pins.written(new, ruleset.norms, ruleset.version), encoding="utf-8")
    moved = pins.changes(old, {name: new[name] for name in old if name in new})
    for norm, lines in moved.items():
        print(norm, *lines, sep="\n    ")
    print(
        f"{len(pinned)} companies, {len(after) - len(before)} of them new; "
        f"version {version or 'none'} → {ruleset.version}"
    )
    print(f"{sum(map(len, moved.values()))} findings of {len(moved)} norms moved")
    return 0


def _pinned(small: tuple[companies.Small, ...]) -> tuple[str, pins.Meaning]:
    if not pins.FILE.exists():
        return "", {}
    return pins.read_pins(pins.FILE.read_text(encoding="utf-8"), (*companies.examples(), *companies.small(small)))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
