"""A million invented companies end to end: made, judged by all norms with `hegui portfolio`, and told.

`python -m benchmarks.million [COMPANIES] [FOLDER]`; the portfolio is distinct companies end to end, as in the other
benchmarks. The folder (a temporary one unless named) takes some hundreds of megabytes.
"""

import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .companies import AS_OF
from .parquet import write_portfolio


def main(arguments: list[str]) -> None:
    """Print what the command prints, and what it took."""
    count = int(arguments[0].replace("_", "")) if arguments else 1_000_000
    with tempfile.TemporaryDirectory(dir=arguments[1] if len(arguments) > 1 else None) as name:
        folder = Path(name)
        began = time.perf_counter()
        write_portfolio(folder / "companies.parquet", count)
        print(f"{count:,} companies made in {time.perf_counter() - began:.0f} s", flush=True)
        began = time.perf_counter()
        command = [
            "portfolio",
            "companies.parquet",
            "-o",
            "out",
            "--as-of",
            str(AS_OF),
            "--lang",
            "en",
            "--cross-check",
        ]
        done = subprocess.run([sys.executable, "-m", "hegui", *command], cwd=folder, check=False)
        took = time.perf_counter() - began
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        size = sum(one.stat().st_size for one in (folder / "out").iterdir()) / 2**20
        print(
            f"\nexit code {done.returncode}; {took:.0f} s, {count / took:,.0f} companies a second; processor time "
            f"{used.ru_utime + used.ru_stime:.0f} s; peak memory {used.ru_maxrss / 2**20:.2f} GB; {size:.0f} MB written"
        )


if __name__ == "__main__":
    main(sys.argv[1:])
