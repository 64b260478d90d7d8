"""How `hegui portfolio` ends: failures in words, interruptions, the exit code."""

import json
import signal
import threading
from collections.abc import Iterator, Sequence
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any, Final

from ..engine.portfolio.output import Output
from ..engine.portfolio.parts import InUse, NotOurs, Parts
from ..engine.portfolio.summary import Summary
from ..engine.portfolio.work import Unconfirmed
from ..engine.status import Severity, Status
from .exit_codes import ExitCode
from .refusal import Refusal
from .streams import write_note

__all__ = ["rejected_texts", "telling_failures", "told_code"]

_FEW: Final = 3


@contextmanager
def telling_failures(output: Output, parts: Parts) -> Iterator[None]:
    """Turn what can go wrong into Refusals, and leave no folder behind in which nothing is done."""
    try:
        with _ended_like_an_interruption():
            yield
    except InUse:
        raise Refusal(f"{parts.folder}: another run works there; wait for its end, or name another output") from None
    except NotOurs:
        raise Refusal(
            f"{parts.folder}: this is a link, or a folder that others own or can write to, or that holds more than an "
            "interrupted run; it was neither read nor changed. See to it, or name another output"
        ) from None
    except Unconfirmed as error:
        told = "\n".join(error.lines)
        raise Refusal(
            f"--cross-check: the engines {error.engine} (-) and {error.other} (+) differ; no verdict is given, and "
            f"nothing was written. This is a mistake in hegui: please report it to its maintainers\n{told}"
        ) from None
    except BrokenProcessPool:
        _tidy(parts)
        raise Refusal(
            f"a process that judged was ended from outside, perhaps for want of memory: a smaller --batch or --jobs "
            f"needs less; nothing was written to {output.path}{_kept(parts)}"
        ) from None
    except OSError as error:
        _tidy(parts)
        where = error.filename or output.path
        raise Refusal(
            f"{where}: {error.strerror or error}; nothing was written to {output.path}{_kept(parts)}"
        ) from None
    except KeyboardInterrupt:
        _tidy(parts)
        write_note(f"hegui: nothing was written to {output.path}{_kept(parts)}")
        raise
    except BaseException:
        _tidy(parts)
        raise


@contextmanager
def _ended_like_an_interruption() -> Iterator[None]:
    """Let SIGTERM end a run as Ctrl-C does."""

    def end(*_: object) -> None:
        raise KeyboardInterrupt

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    former = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, former)


def _done(parts: Parts) -> int:
    try:
        return len(parts.done())
    except OSError:
        return 0


def _tidy(parts: Parts) -> None:
    if not _done(parts):
        parts.remove()


def _kept(parts: Parts) -> str:
    count = _done(parts)
    if not count:
        return ""
    batches = "1 batch is" if count == 1 else f"{count} batches are"
    return f". {batches} done and kept in {parts.folder}: the same command with --resume goes on from there"


def rejected_texts(folder: Path) -> list[str]:
    """The first rejected documents in words: where, and the first thing that is wrong."""
    with (folder / "rejected.jsonl").open(encoding="utf-8") as file:
        return [_told(json.loads(line)) for line in islice(file, _FEW)]


def _told(rejected: dict[str, Any]) -> str:
    more = rejected["count"] - 1
    return f"{rejected['problems'][0]['told']}" + (f" (and {more} more)" if more else "")


def told_code(
    summary: Summary, fail_on: Severity, rejected: Sequence[str], *, allow_rejected: bool, listed: Path
) -> ExitCode:
    """The exit code, with a word on standard error where it needs one."""
    for line in rejected:
        write_note(line)
    if summary.rejected:
        count = "1 document was" if summary.rejected == 1 else f"{summary.rejected} documents were"
        write_note(f"hegui: {count} rejected and not judged; {listed} lists all with their problems")
    if not summary.judged:
        write_note("hegui: no company was judged, which is no verdict")
        return ExitCode.UNUSABLE
    if summary.rejected and not allow_rejected:
        write_note("hegui: exit code 2, since not all were judged; --allow-rejected lets the findings decide")
        return ExitCode.UNUSABLE
    graver = {one.status for one in summary.norms if one.severity.rank <= fail_on.rank and one.findings}
    if Status.VIOLATED in graver:
        return ExitCode.VIOLATIONS
    if Status.UNDETERMINED in graver:
        return ExitCode.UNDETERMINED
    if summary.statuses[Status.VIOLATED] or summary.statuses[Status.UNDETERMINED]:
        write_note(f"hegui: exit code 0, since nothing violated or undetermined is {fail_on} or graver (--fail-on)")
    return ExitCode.CLEAN
