"""Install a wheel into a clean environment of each Python that is found here, and see that it works and says the same.

    python scripts/try_interpreters.py WHEEL [VERSION ...]

Each version is told: tried, or that no interpreter was found. Exits with 1 where one that was tried fails, or none was.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
VERSIONS = ("3.11", "3.12", "3.13", "3.14")
WITHOUT_DURABLE_RULES = (3, 13)
_MAIN = ROOT / "examples" / "main"
_VERSION = "import sys; print('%d.%d' % sys.version_info[:2])"


class TrialError(Exception):
    """What did not work, in words."""


def interpreters(version: str) -> Iterator[str]:
    """Every Python of a version: on the path, or where pyenv or uv keep theirs."""
    found = shutil.which(f"python{version}")
    if found:
        yield found
    kept = Path(os.environ.get("PYENV_ROOT") or Path.home() / ".pyenv") / "versions"
    yield from sorted(str(one) for one in kept.glob(f"{version}.*/bin/python"))
    uv = shutil.which("uv")
    if uv:
        answer = subprocess.run([uv, "python", "find", "--offline", version], capture_output=True, text=True)
        if answer.returncode == 0:
            yield answer.stdout.strip()


def running(version: str) -> str | None:
    """The first that runs and is of the version; names that version managers leave behind may not."""
    for one in interpreters(version):
        answer = subprocess.run([one, "-c", _VERSION], capture_output=True, text=True)
        if answer.stdout.strip() == version:
            return one
    return None


def tried(python: str, version: str, wheel: Path) -> str:
    """The digest of the findings that the wheel gives in a clean environment. Raises TrialError."""
    with tempfile.TemporaryDirectory(prefix="hegui-try-") as name:
        folder = Path(name)
        _run([python, "-m", "venv", str(folder / "venv")], folder)
        clean = str(folder / "venv" / "bin" / "python")
        pins = ["-c", str(ROOT / "constraints.txt")]
        _run([clean, "-m", "pip", "install", "--quiet", *pins, "pip"], folder)
        install = [clean, "-m", "pip", "install", "--quiet", *pins, "--build-constraint", pins[1]]
        _run([*install, f"{wheel}[formats,html]"], folder)
        _run([clean, "-m", "pip", "check"], folder)
        _run([clean, "-I", "-m", "hegui", "doctor"], folder)
        has_rete = tuple(map(int, version.split("."))) < WITHOUT_DURABLE_RULES
        digests = {_digest(clean, folder, engine) for engine in (["rete", "compiled"] if has_rete else ["compiled"])}
        if len(digests) > 1:
            raise TrialError("the engines differ")
        return digests.pop()


def _digest(python: str, folder: Path, engine: str) -> str:
    """Of the findings on the main example, a line each; the other formats have to be written, no more."""
    as_of = (_MAIN / "as_of.txt").read_text(encoding="utf-8").strip()
    audit = [python, "-I", "-m", "hegui", "audit", "facts.yaml", "--as-of", as_of, "--engine", engine]
    shutil.copyfile(_MAIN / "facts.yaml", folder / "facts.yaml")
    files = [part for one in ("html", "xlsx", "ics", "sarif") for part in ("--output", f"{one}={folder / one}")]
    told = _run([*audit, "--format", "jsonl", *files], folder, expected=1)
    return hashlib.sha256(told).hexdigest()


def _run(command: list[str], folder: Path, expected: int = 0) -> bytes:
    environment = {**os.environ, "HEGUI_CACHE_DIR": str(folder / "cache"), "PYTHONDONTWRITEBYTECODE": "1"}
    ran = subprocess.run(command, capture_output=True, cwd=folder, env=environment)
    if ran.returncode != expected:
        said = (ran.stderr or ran.stdout).decode("utf-8", "replace").strip()
        raise TrialError(f"{' '.join(command[1:6])} ... ended with {ran.returncode}:\n{said}")
    return ran.stdout


def main(arguments: list[str]) -> int:
    """0 where all that were tried work and say the same; 1 where one does not, or none was found; 2 for bad usage."""
    if not arguments:
        print("usage: try_interpreters.py WHEEL [VERSION ...]", file=sys.stderr)
        return 2
    wheel, versions = Path(arguments[0]).resolve(), arguments[1:] or VERSIONS
    digests: dict[str, str] = {}
    failed = False
    for version in versions:
        python = running(version)
        if python is None:
            print(f"Python {version}: NOT TRIED, no interpreter of it was found here")
            continue
        try:
            digests[version] = tried(python, version, wheel)
            print(f"Python {version}: works; findings {digests[version][:16]} ({python})")
        except TrialError as error:
            failed = True
            print(f"Python {version}: FAILED ({python}): {error}")
    if len(set(digests.values())) > 1:
        failed = True
        print("FAILED: the findings differ from one Python to another")
    if not digests and not failed:
        print("FAILED: no interpreter was found, so that nothing was tried")
    return 1 if failed or not digests else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
