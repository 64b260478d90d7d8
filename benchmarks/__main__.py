"""Run the benchmarks (`make bench`): tables of ratios within this run; docs/performance.md says what they mean."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from hegui.engine.audit import Auditor
from hegui.engine.compiled import CompiledEngine
from hegui.engine.rete import ReteEngine
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import load_ruleset
from hegui.facts import from_mapping, load
from hegui.facts.as_of import AsOf
from hegui.facts.located import located
from hegui.facts.source import read_source
from hegui.rulesets import find_ruleset

from .growth import grown
from .host import HostEngine
from .timing import medians

MAIN = Path(__file__).resolve().parent.parent / "examples" / "main"
ROUNDS = int(os.environ.get("HEGUI_BENCH_ROUNDS", "31"))


def _table(title: str, rows: list[tuple[str, float, float]], unit: str) -> None:
    print(f"\n{title}\n")
    print(f"| what | {unit} | ratio |\n| --- | ---: | ---: |")
    for name, seconds, ratio in rows:
        print(f"| {name} | {seconds * 1000:.2f} | {ratio:.2f} |")


def engines() -> None:
    """The engines on the main example, and the same rules through durable-rules' own `Host`."""
    ruleset = load_ruleset(find_ruleset())
    as_of = AsOf.parse((MAIN / "as_of.txt").read_text())
    document = load(MAIN / "facts.yaml")
    rows = make_rows(document.company, as_of)
    norms = list(ruleset.norms.values())
    rete, compiled, host = ReteEngine(norms), CompiledEngine(norms), HostEngine(norms)
    expected = rete.decide(rows)
    for engine in (compiled, host):
        assert engine.decide(rows) == expected, f"{engine.name} decides otherwise"
    found = medians(
        {
            "stock `Host`, same rules and facts": lambda: host.decide(rows),
            "`rete`": lambda: rete.decide(rows),
            "`compiled`": lambda: compiled.decide(rows),
        },
        ROUNDS,
    )
    base = found["`rete`"]
    _table(
        f"Deciding the main example ({len(norms)} norms, {len(expected)} findings); ratio to `rete`",
        [(name, seconds, seconds / base) for name, seconds in found.items()],
        "ms",
    )
    audits = {name: Auditor(ruleset, engine=name) for name in ("rete", "compiled")}
    whole = medians(
        {f"audit with `{name}`": _audit(auditor, document, as_of) for name, auditor in audits.items()}, ROUNDS
    )
    _table(
        "A whole audit of the main example in a running process; ratio to `rete`",
        [(name, seconds, seconds / whole["audit with `rete`"]) for name, seconds in whole.items()],
        "ms",
    )


def _audit(auditor: Auditor, document: object, as_of: AsOf) -> Callable[[], object]:
    return lambda: auditor.audit(document, as_of)  # type: ignore[arg-type]


def growth() -> None:
    """Ten times the elements in each list."""
    ruleset = load_ruleset(find_ruleset())
    as_of = AsOf.parse((MAIN / "as_of.txt").read_text())
    node, name = read_source(MAIN / "facts.yaml")
    data = located(node, name).data
    assert isinstance(data, dict)
    norms = list(ruleset.norms.values())
    engines = {"`rete`": ReteEngine(norms), "`compiled`": CompiledEngine(norms)}
    small, large = (make_rows(from_mapping(grown(data, times)).company, as_of) for times in (1, 10))
    rows = []
    for name, engine in engines.items():
        found = medians({"small": lambda e=engine: e.decide(small), "large": lambda e=engine: e.decide(large)}, 7)  # type: ignore[misc]
        rows.append((f"{name}, ten times the elements", found["large"], found["large"] / found["small"]))
    _table("Growth; ratio to the main example as it is", rows, "ms")


def processes() -> None:
    """The command as a whole process, against importing what it cannot do without."""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    as_of = (MAIN / "as_of.txt").read_text().strip()
    commands = {
        "import pydantic, typer": [sys.executable, "-c", "import pydantic, typer"],
        "hegui audit": [sys.executable, "-m", "hegui", "audit", str(MAIN / "facts.yaml"), "--as-of", as_of],
        "hegui --version": [sys.executable, "-m", "hegui", "--version"],
    }

    def run(command: list[str]) -> Callable[[], object]:
        return lambda: subprocess.run(command, env=environment, capture_output=True, check=False)

    found = medians({name: run(command) for name, command in commands.items()}, ROUNDS)
    base = found["import pydantic, typer"]
    _table("Whole processes; ratio to the first", [(name, s, s / base) for name, s in found.items()], "ms")
    start = time.perf_counter()
    load_ruleset(find_ruleset())
    cached = time.perf_counter() - start
    print(f"\nLoading the ruleset takes {cached / found['hegui audit']:.0%} of the command's time.")


if __name__ == "__main__":
    print(f"CPython {sys.version.split()[0]}, {os.cpu_count()} cores, medians of {ROUNDS} interleaved rounds")
    engines()
    growth()
    processes()
