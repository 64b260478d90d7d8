"""Write docs/cli.md anew, from the commands themselves. Run as `python -m scripts.cli_reference`."""

import re
import subprocess
import sys
from functools import partial
from pathlib import Path
from typing import Final

from hegui.cli.exit_codes import ExitCode

__all__ = ["PAGE", "cli_reference"]

PAGE: Final = Path(__file__).resolve().parents[1] / "docs" / "cli.md"

_HEAD: Final = """\
# The command `hegui`

Made from the commands themselves by `make cli-reference`. `hegui COMMAND --help` tells the same.

## Exit codes

| code | meaning |
| --- | --- |
"""
_HEADING: Final = re.compile(r"^#+ `(hegui[^`]*)`$", re.MULTILINE)
_SUMMARY: Final = re.compile(r"^#+ `(hegui[^`]*)`\n\n(.+(?:\n.+)*)$", re.MULTILINE)
_LISTED: Final = re.compile(r"^\* `([a-z][a-z-]*)`: .*$", re.MULTILINE)


def cli_reference() -> str:
    """The page: the exit codes, then every command with its arguments, options and defaults."""
    codes = "".join(f"| {code:d} | {code.meaning} |\n" for code in ExitCode)
    return f"{_HEAD}{codes}\n{_commands()}"


def _commands() -> str:
    """What typer tells of the commands, which has to know of none of them."""
    typer = [sys.executable, "-m", "typer", "hegui.cli.app", "utils", "docs", "--name", "hegui"]
    told = subprocess.run(typer, capture_output=True, check=True, encoding="utf-8").stdout
    # typer does not look at the settings that add -h, and its lists of commands cut sentences off.
    told = told.replace("* `--help`:", "* `-h, --help`:")
    told = _LISTED.sub(partial(_in_full, dict(_SUMMARY.findall(told)), told), told)
    told = told.replace("# `hegui`\n", "## `hegui`\n", 1)
    return re.sub(r"\n{3,}", "\n\n", told).strip() + "\n"


def _in_full(summaries: dict[str, str], told: str, listed: re.Match[str]) -> str:
    """A line of a list of commands, with the first paragraph of the command's own section and a link to it."""
    group = _HEADING.findall(told, 0, listed.start())[-1]
    command = f"{group} {listed[1]}"
    return f"* [`{listed[1]}`](#{command.replace(' ', '-')}): {' '.join(summaries[command].split())}"


if __name__ == "__main__":
    PAGE.write_text(cli_reference(), encoding="utf-8")
