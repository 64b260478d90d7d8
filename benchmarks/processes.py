"""The command as a whole process, against importing what it cannot do without."""

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from hegui.engine.ruleset import load_ruleset
from hegui.rulesets import find_ruleset

from .companies import AS_OF, company
from .tables import ratios
from .timing import medians

__all__ = ["processes"]

_MAIN = Path(__file__).resolve().parent.parent / "examples" / "main"


def processes(rounds: int) -> None:
    """One small company and the main example, all norms of the ruleset."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    python = [sys.executable]
    hegui = [*python, "-m", "hegui"]
    with tempfile.TemporaryDirectory() as folder:
        small = Path(folder) / "facts.json"
        small.write_text(json.dumps(company(0), ensure_ascii=False), encoding="utf-8")
        audit = [*hegui, "audit", str(small), "--as-of", str(AS_OF)]
        main = [*hegui, "audit", str(_MAIN / "facts.yaml"), "--as-of", (_MAIN / "as_of.txt").read_text().strip()]
        commands = {
            'python -c "import pydantic, typer"': [*python, "-c", "import pydantic, typer"],
            "hegui --version": [*hegui, "--version"],
            "hegui audit, one small company": audit,
            "hegui audit, one small company, --engine compiled": [*audit, "--engine", "compiled"],
            "hegui audit, the main example": main,
        }

        def run(command: list[str]) -> Callable[[], object]:
            return lambda: subprocess.run(command, env=environment, capture_output=True, check=False)

        found = medians({name: run(command) for name, command in commands.items()}, rounds)
    ratios("Whole processes; ratio to the first", found, next(iter(commands)))
    start = time.perf_counter()
    load_ruleset(find_ruleset())
    share = (time.perf_counter() - start) / found["hegui audit, one small company"]
    print(f"\nLoading the ruleset takes {share:.0%} of the time of the small company's audit.")
