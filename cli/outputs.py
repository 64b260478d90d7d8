"""Files that a command writes: each whole or not at all."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from .choices import Format
from .refusal import Refusal

__all__ = ["parse_outputs", "write_files", "write_new_file"]


def parse_outputs(given: Sequence[str]) -> Mapping[Path, Format]:
    """The files of `--output FMT=PATH`. Raises Refusal."""
    formats = {one.value: one for one in Format}
    outputs: dict[Path, Format] = {}
    for text in given:
        name, equals, path = text.partition("=")
        if not equals or not path or name not in formats:
            known = ", ".join(formats)
            raise Refusal(f"--output {text}: write FMT=PATH, such as json=report.json, where FMT is one of {known}")
        if path == "-":
            raise Refusal(f"--output {text}: standard output takes what --format says; name a file")
        if Path(path) in outputs:
            raise Refusal(f"--output {text}: this file is to be written twice")
        outputs[Path(path)] = formats[name]
    return outputs


def write_new_file(path: Path, text: str | bytes, *, force: bool) -> None:
    """Write a file that is not there yet, or with `force` one that is. Raises Refusal."""
    if path.exists() and not force:
        raise Refusal(f"{path} is there already, and was left as it is; --force replaces it")
    write_files({path: text})


def write_files(contents: Mapping[Path, str | bytes]) -> None:
    """Write files, texts as UTF-8. Where one cannot be written all keep what they held. Raises Refusal."""
    ready: list[tuple[Path, Path, Path]] = []
    try:
        for path, content in contents.items():
            with _failing(path):
                data = content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace")
                if path.exists() and not path.is_file():
                    path.write_bytes(data)  # a pipe or a device is written to, not replaced
                else:
                    target = Path(os.path.realpath(path))
                    ready.append((path, _beside(target, data), target))
        while ready:
            path, temporary, target = ready[0]
            with _failing(path):
                temporary.replace(target)
            ready.pop(0)
    finally:
        for _, temporary, _ in ready:
            temporary.unlink(missing_ok=True)


@contextmanager
def _failing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise Refusal(f"{path} cannot be written: {error.strerror or error}; what it held was left as it is") from None
    except ValueError as error:
        raise Refusal(f"{str(path)!r} cannot be written: {error}") from None


def _beside(target: Path, data: bytes) -> Path:
    """A temporary file in the target's folder, with the target's permissions where it exists."""
    temporary = target.with_name(f".{target.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            temporary.chmod(target.stat().st_mode & 0o7777)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    return temporary
