"""Fuzzes one target with inputs that hypothesis makes of right ones: python -m tests.fuzz.shuffled TARGET SECONDS."""

import hashlib
import sys
import tempfile
import time
from pathlib import Path

import yaml
from hypothesis import HealthCheck, Phase, given, seed, settings

from tests.cli.running import ROOT
from tests.fuzz.damage import damaged, odd_documents
from tests.fuzz.measured import FOUND, Tally
from tests.fuzz.running import BadEnd
from tests.fuzz.targets import TARGETS

EXAMPLES = [
    yaml.load((ROOT / "examples" / name / "facts.yaml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for name in ("policy", "licence", "main", "clean")
]
_FACTS = ("facts_yaml", "facts_json")
_AT_ONCE = 100


def main(name: str, seconds: int) -> int:
    """Fuzz until the time is over, or an input makes a command end as none may: that one is kept, and 1 returned."""
    target, until, tally = TARGETS[name], time.monotonic() + seconds, Tally(name, "shuffled")
    inputs = damaged(target.seeds())
    if name in _FACTS:
        inputs |= odd_documents(EXAMPLES)
    with tempfile.TemporaryDirectory(prefix="hegui-fuzz-") as folder:

        @settings(
            max_examples=_AT_ONCE,
            database=None,
            deadline=None,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        @given(inputs)
        def some(data: bytes) -> None:
            if time.monotonic() > until:
                return
            try:
                target.run(data, Path(folder))
            except BadEnd as error:
                kept = FOUND / name / f"shuffled-{hashlib.sha256(data).hexdigest()[:16]}"
                kept.parent.mkdir(parents=True, exist_ok=True)
                kept.write_bytes(data)
                print(f"{error}\n{kept}", file=sys.stderr)
                raise
            tally.count()

        number = 0
        while time.monotonic() < until:
            try:
                seed(number)(some)()
            except BadEnd:
                return 1
            number += 1
    tally.tell()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
