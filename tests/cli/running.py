"""What a run of the command gives, and the documents that tests of it audit."""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
MAIN = ROOT / "examples" / "main" / "facts.yaml"
CLEAN = ROOT / "examples" / "clean" / "facts.yaml"
LICENCE = ROOT / "examples" / "licence" / "B2-20160073.txt"

MAIN_DAY = "2020-10-12"
CLEAN_DAY = "2019-06-03"


class Ran(NamedTuple):
    """How the command ended, and what it wrote."""

    code: int
    out: str
    err: str


Run = Callable[..., Ran]


def process(*arguments: object, stdin: bytes = b"", environment: Mapping[str, str] = MappingProxyType({})) -> Ran:
    """The command as a process of its own."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "PYTHONPATH", "HEGUI_CACHE_DIR") if name in os.environ}
    ran = subprocess.run(
        [sys.executable, "-m", "hegui", *map(str, arguments)],
        input=stdin,
        capture_output=True,
        cwd=ROOT,
        env={**kept, **environment},
        check=False,
    )
    return Ran(ran.returncode, ran.stdout.decode("utf-8"), ran.stderr.decode("utf-8"))
