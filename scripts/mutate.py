"""Mutants of engine/, tried by mutmut against the tests: all of them, or a sample that says how sure its score is.

    python -m scripts.mutate [--modules N] [--sample N] [--seed N] [--minutes N] [--more] [PATTERN ...]

A PATTERN is of mutants' names, as `hegui.engine.lean.*`. With --modules the mutants are of so many modules, drawn at
random: what is not mutated runs at its usual speed. With --minutes those that could not be tried by then are left out,
which are random ones of a sample. --more keeps what former runs found, and tries others. What is left in mutants/ are
the verdicts, and in mutants/survivors.diff each change that no test noticed. Exit code 1 where fewer than 85 % were
noticed.
"""

import argparse
import fnmatch
import json
import math
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Final

from scripts.try_mutant import FAILED, FEW, PLUGINS, TOO_LONG, Statistics, tried

ROOT: Final = Path(__file__).resolve().parent.parent
MUTANTS: Final = ROOT / "mutants"
SETTINGS: Final = ROOT / "setup.cfg"
LEAST: Final = 0.85
_VERDICTS: Final = "verdicts.jsonl"
# mutmut makes all mutants, and looks which tests reach them, before it tries any: one is enough for that.
_ALWAYS: Final = "hegui/engine/status.py"
_FIRST: Final = "hegui.engine.status.x_worst__mutmut_1"
_COPIED: Final = (
    *("hegui", "engine", "facts", "cli", "reports", "rulesets"),
    *("examples", "docs", "scripts", "benchmarks", "README.md"),
)
# Without what starts processes or a browser, where no mutant is seen, and what is not about the engines.
_TESTS: Final = (
    *("cli", "columnar", "differential", "engine", "gate", "laws", "ledger", "meaning", "portfolio", "quality"),
    *("questions", "repairs", "reports", "rulesets", "security", "timeline", "test_library.py", "test_many.py"),
)
_IGNORED: Final = (
    *("cli/test_process.py", "cli/test_completion.py", "ledger/test_append.py", "portfolio/test_interrupted.py"),
    *("portfolio/test_page.py", "reports/html", "reports/test_page.py"),
)
_NOTICED: Final = frozenset({FAILED, TOO_LONG})


def modules() -> list[str]:
    """The modules that hold functions, by their paths as mutmut writes them."""
    return [
        f"hegui/{path.relative_to(ROOT)}"
        for path in sorted((ROOT / "engine").rglob("*.py"))
        if path.name != "__init__.py" and re.search(r"^ *def ", path.read_text(encoding="utf-8"), re.M)
    ]


def mutants() -> list[str]:
    """The names of all mutants that mutmut has made."""
    records = (json.loads(record.read_text(encoding="utf-8")) for record in MUTANTS.rglob("*.meta"))
    return sorted(name for record in records for name in record["exit_code_by_key"])


def verdicts() -> dict[str, str]:
    """What became of the mutants that were tried."""
    file = MUTANTS / _VERDICTS
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return dict(json.loads(line) for line in lines)


def try_all(names: Sequence[str], minutes: float) -> None:
    """Try mutants, one a processor at a time, and note what became of each; with `minutes` no more are begun then."""
    statistics = Statistics.read(MUTANTS)
    until = time.monotonic() + minutes * 60 if minutes else math.inf

    def one(name: str) -> None:
        if time.monotonic() < until:
            verdict = tried(name, statistics, MUTANTS)
            with (MUTANTS / _VERDICTS).open("a", encoding="utf-8") as file:
                file.write(json.dumps([name, verdict], ensure_ascii=False) + "\n")

    with ThreadPoolExecutor(os.cpu_count()) as several:
        list(several.map(one, names))


def settle(modules: Sequence[str]) -> None:
    """Write what mutmut reads: what it changes (all of engine/ where nothing is named), and the tests that it runs."""
    ignored = [part for one in _IGNORED for part in ("--ignore", f"tests/{one}")]
    plugins = [*PLUGINS, "-p", "tests.mutants.forgetting"]
    settings = {
        "source_paths": ["hegui/engine"],
        "only_mutate": modules,
        "also_copy": _COPIED,
        "pytest_add_cli_args": [*plugins, *ignored],
        "pytest_add_cli_args_test_selection": [f"tests/{one}" for one in _TESTS],
    }
    lines = [f"{name} =\n" + "".join(f"    {one}\n" for one in values) for name, values in settings.items() if values]
    SETTINGS.write_text("[mutmut]\n" + "".join(lines) + "track_dependencies = false\n", encoding="utf-8")


def mutmut(*arguments: str) -> None:
    """Run mutmut; its own words go to mutants/mutmut.log."""
    command = Path(sys.executable).with_name("mutmut")
    if not command.exists():
        raise SystemExit(f"mutmut is not installed: {sys.executable} -m pip install -c constraints.txt mutmut")
    MUTANTS.mkdir(exist_ok=True)
    with (MUTANTS / "mutmut.log").open("ab") as log:
        environment = {**os.environ, **FEW}
        ran = subprocess.run([command, *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log, check=False)
    if ran.returncode:
        raise SystemExit(f"mutmut ended with {ran.returncode}: see the end of {MUTANTS / 'mutmut.log'}")


def interval(noticed: int, tried: int) -> tuple[float, float]:
    """The score's interval of confidence, 95 % (Wilson)."""
    z, share = 1.96, noticed / tried
    middle = (share + z * z / (2 * tried)) / (1 + z * z / tried)
    half = z * math.sqrt(share * (1 - share) / tried + z * z / (4 * tried * tried)) / (1 + z * z / tried)
    return middle - half, middle + half


def table(found: Mapping[str, str], there: int) -> Iterator[str]:
    """By the part of engine/ that a mutant is of, as Markdown."""
    parts: dict[str, Counter[str]] = {}
    for name, verdict in found.items():
        parts.setdefault(_part(name), Counter())[verdict] += 1
    yield "| part of engine/ | mutants tried | noticed | share |"
    yield "| --- | ---: | ---: | ---: |"
    total = Counter[str]()
    for part, counts in sorted(parts.items()):
        total += counts
        yield _row(part, counts)
    yield _row("all", total)
    noticed, count = _noticed(total), total.total()
    low, high = interval(noticed, count)
    yield ""
    told = ", ".join(f"{number:,} {word}" for word, number in sorted(total.items()))
    yield f"{count:,} of {there:,} mutants tried; {told}."
    if count < there:
        yield f"Of all of them {low:.1%} to {high:.1%} would be noticed (95 % confidence)."


def _part(name: str) -> str:
    """`lean` for hegui.engine.lean.values.x_of__mutmut_1, `.` for a module of the folder itself."""
    module = name.split(".x_")[0].split(".xǁ")[0].split(".")[2:]
    return module[0] if len(module) > 1 else "."


def _noticed(found: Counter[str]) -> int:
    return sum(number for word, number in found.items() if word in _NOTICED)


def _row(part: str, found: Counter[str]) -> str:
    return f"| {part} | {found.total():,} | {_noticed(found):,} | {_noticed(found) / found.total():.1%} |"


def shown(name: str) -> str:
    """A mutant as mutmut shows it: what became of it, and the change."""
    command = [Path(sys.executable).with_name("mutmut"), "show", name]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def _keep_survivors(names: Sequence[str]) -> Path:
    """The changes that no test noticed."""
    path = MUTANTS / "survivors.diff"
    path.write_text("".join(f"{shown(name)}\n" for name in names), encoding="utf-8")
    return path


def main(arguments: Sequence[str]) -> int:
    """Try mutants, and tell. Gives the exit code."""
    parser = argparse.ArgumentParser(prog="python -m scripts.mutate")
    parser.add_argument("--modules", type=int, default=0, help="so many modules, drawn at random; 0 for all")
    parser.add_argument("--sample", type=int, default=0, help="so many of them, drawn at random; 0 for all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--minutes", type=float, default=0, help="begin no more after so many; 0 for no end")
    parser.add_argument("--more", action="store_true", help="keep what former runs found")
    parser.add_argument("patterns", nargs="*", default=["*"])
    asked = parser.parse_args(arguments)
    if not asked.more and MUTANTS.exists():
        shutil.rmtree(MUTANTS)
    drawn = random.Random(asked.seed)
    settle([_ALWAYS, *sorted(drawn.sample(modules(), asked.modules))] if asked.modules else [])
    mutmut("run", _FIRST)
    every = mutants()
    chosen = [name for name in every if any(fnmatch.fnmatch(name, one) for one in asked.patterns)]
    if asked.sample and asked.sample < len(chosen):
        chosen = drawn.sample(chosen, asked.sample)
    known = verdicts()
    try_all([name for name in chosen if name not in known], asked.minutes)
    known = verdicts()
    found = {name: known[name] for name in chosen if name in known}
    if not found:
        raise SystemExit("no mutant was tried: none has such a name, or the minutes were too few")
    print(*table(found, len(every)), sep="\n")
    unnoticed = sorted(name for name, verdict in found.items() if verdict not in _NOTICED)
    print(f"not noticed: {len(unnoticed)}, see {_keep_survivors(unnoticed)}")
    return 0 if 1 - len(unnoticed) / len(found) >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
