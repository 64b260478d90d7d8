"""The thirty norms by `hegui portfolio` as a user runs it: documents are checked, counts and a summary made."""

import datetime
import subprocess
import sys
from pathlib import Path

from .norms import THIRTY

__all__ = ["run"]


def run(path: Path, out: Path, today: datetime.date) -> None:
    """What is violated and pending, into a file of Parquet; starting the process counts."""
    chosen = [argument for norm in THIRTY for argument in ("--select", norm)]
    command = [sys.executable, "-m", "hegui", "portfolio", str(path), "-o", str(out), "--as-of", str(today), "--force"]
    done = subprocess.run(
        [*command, *chosen], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False, text=True
    )
    if done.returncode not in (0, 1, 3):
        raise SystemExit(f"hegui portfolio ended with {done.returncode}:\n{done.stderr}")
