"""Fuzzes one target by the code that inputs reach (atheris): python -m tests.fuzz.guided TARGET SECONDS."""

import sys
import tempfile
from pathlib import Path

import atheris

from tests.fuzz.measured import FOUND, Tally

_MEMORY = 2_048
"""Megabytes; a process that takes more is stopped, and its input kept."""


def _quoted(token: bytes) -> str:
    return "".join(chr(one) if 32 <= one < 127 and one not in b'"\\' else f"\\x{one:02x}" for one in token)


def main(name: str, seconds: int) -> None:
    """Fuzz until the time is over, or an input makes a command end as none may."""
    with atheris.instrument_imports(include=["hegui"]):
        from tests.fuzz.damage import TOKENS
        from tests.fuzz.targets import TARGETS

        target = TARGETS[name]
        folder = Path(tempfile.mkdtemp(prefix="hegui-fuzz-"))
        for seed in target.seeds():  # imports all that the commands import, so that it is instrumented
            target.run(seed, folder)
    corpus, artefacts = folder / "corpus", FOUND / name
    corpus.mkdir()
    artefacts.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(target.seeds()):
        (corpus / str(number)).write_bytes(seed)
    words = folder / "words"
    words.write_text("".join(f'"{_quoted(token)}"\n' for token in TOKENS if len(token) < 60), encoding="ascii")
    tally = Tally(name, "guided")

    def one_input(data: bytes) -> None:
        target.run(data, folder)
        tally.count()

    options = [
        f"-max_total_time={seconds}", "-timeout=120", f"-rss_limit_mb={_MEMORY}", "-max_len=20000", "-verbosity=0",
        f"-dict={words}", f"-artifact_prefix={artefacts}/", str(corpus),
    ]  # fmt: skip
    atheris.Setup([sys.argv[0], *options], one_input)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
