"""Runs that do not reach their end: nothing is under a final name, and `--resume` comes to the same bytes."""

import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest

from hegui.engine.portfolio.parts import Part, Parts
from tests.cli.running import ROOT, Run
from tests.portfolio.companies import DAY, REFUSED, small, write_lines

COUNT = 4


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> Path:
    documents: list[Mapping[str, Any] | str] = [*map(small, range(COUNT - 1)), REFUSED[0]]
    return write_lines(tmp_path_factory.mktemp("input") / "in.jsonl", documents)


FEW = "SP-02,SP-14-a"
"""Norms that make a batch quick: which ones are judged does not matter here."""


def command(source: Path, out: Path, *arguments: object, select: str = FEW) -> list[str]:
    asked = ("--as-of", DAY, "--batch", 1, "--jobs", 1, "--select", select, *arguments)
    return ["portfolio", *map(str, (source, "-o", out, *asked))]


def contents(path: Path) -> dict[str, bytes]:
    return {one.name: one.read_bytes() for one in path.iterdir()}


@pytest.fixture
def ended_after(monkeypatch: pytest.MonkeyPatch) -> Callable[[int, BaseException], None]:
    """Ends a run once so many batches are kept."""

    def end(batches: int, error: BaseException) -> None:
        write = Parts.write

        def writing(self: Parts, part: Part) -> None:
            if len(self.done()) == batches:
                raise error
            write(self, part)

        monkeypatch.setattr(Parts, "write", writing)

    return end


@pytest.mark.parametrize(("batches", "format_"), [*((n, "parquet") for n in range(1, COUNT)), (2, "csv")])
def test_resumed_at_any_batch_it_writes_the_same_bytes(
    hegui: Run,
    lines: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ended_after: Callable[[int, BaseException], None],
    batches: int,
    format_: str,
) -> None:
    with monkeypatch.context():
        ended_after(batches, KeyboardInterrupt())
        ran = hegui(*command(lines, tmp_path / "out", "--format", format_))
        assert (ran.code, ran.out) == (2, "")
        assert "--resume goes on from there" in ran.err
        assert [one.name for one in tmp_path.iterdir()] == ["out.partial"]
    monkeypatch.undo()
    assert hegui(*command(lines, tmp_path / "out", "--format", format_, "--resume")).code == 2  # one is rejected
    assert hegui(*command(lines, tmp_path / "whole", "--format", format_)).code == 2
    assert contents(tmp_path / "out") == contents(tmp_path / "whole")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["out", "whole"]


def test_what_is_done_is_not_done_again(
    hegui: Run, lines: Path, tmp_path: Path, ended_after: Callable[[int, BaseException], None]
) -> None:
    ended_after(3, KeyboardInterrupt())
    hegui(*command(lines, tmp_path / "out"))
    kept = {one: one.stat().st_mtime_ns for one in (tmp_path / "out.partial" / "parts").iterdir()}
    hegui(*command(lines, tmp_path / "out", "--resume"))
    assert {one: one.stat().st_mtime_ns for one in kept} == kept


def test_day_and_batch_are_those_of_the_run_that_is_resumed(
    hegui: Run,
    lines: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ended_after: Callable[[int, BaseException], None],
) -> None:
    ended_after(2, KeyboardInterrupt())
    hegui(*command(lines, tmp_path / "out"))
    monkeypatch.undo()
    ran = hegui("portfolio", lines, "-o", tmp_path / "out", "--select", FEW, "--resume", "--allow-rejected")
    assert ran.code == 3
    assert f"截至  {DAY}(北京时间)" in ran.out


def test_another_question_is_not_gone_on_with(
    hegui: Run,
    lines: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ended_after: Callable[[int, BaseException], None],
) -> None:
    ended_after(2, KeyboardInterrupt())
    hegui(*command(lines, tmp_path / "out"))
    monkeypatch.undo()
    before = contents(tmp_path / "out.partial" / "parts")
    ran = hegui(*command(lines, tmp_path / "out"))
    assert (ran.code, ran.out) == (2, "")
    assert "--resume goes on with it, --force begins anew" in ran.err
    other = command(lines, tmp_path / "out", "--resume", "--status", "met", select="SP-02")
    ran = hegui(*other, "--as-of", "2020-10-13")
    assert ran.code == 2
    assert '--as-of: "2020-10-12" then, "2020-10-13" now' in ran.err
    assert '--select: ["SP-02","SP-14-a"] then, ["SP-02"] now' in ran.err
    assert '--status: ["violated","pending"] then, ["met"] now' in ran.err
    changed = write_lines(tmp_path / "in.jsonl", [small(1)])
    assert "the files of INPUT" in hegui(*command(changed, tmp_path / "out", "--resume")).err
    assert contents(tmp_path / "out.partial" / "parts") == before
    assert hegui(*command(lines, tmp_path / "out", "--force")).code == 2
    assert [one.name for one in tmp_path.iterdir() if one.is_dir()] == ["out"]


def process(*arguments: str, limit: int | None = None) -> subprocess.Popen[bytes]:
    def limited() -> None:
        if limit is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))

    return subprocess.Popen(
        [sys.executable, "-m", "hegui", *arguments],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=limited,
    )


@pytest.mark.parametrize("sent", [signal.SIGKILL, signal.SIGTERM])
def test_a_process_that_is_ended_leaves_nothing_and_is_resumed(
    hegui: Run, tmp_path: Path, sent: signal.Signals
) -> None:
    source = write_lines(tmp_path / "in.jsonl", map(small, range(40)))
    running = process(*command(source, tmp_path / "out"))
    parts = tmp_path / "out.partial" / "parts"
    while not list(parts.glob("*.summary.json")):
        assert running.poll() is None, running.stderr and running.stderr.read()
        time.sleep(0.01)
    running.send_signal(sent)
    _, err = running.communicate()
    assert running.returncode == (-sent if sent is signal.SIGKILL else 2)
    assert (b"--resume goes on from there" in err) == (sent is not signal.SIGKILL)
    assert b"Traceback" not in err
    assert not (tmp_path / "out").exists()
    done = len(list(parts.glob("*.summary.json")))
    assert 0 < done < 40
    assert hegui(*command(source, tmp_path / "out", "--resume")).code == 3
    if sent is signal.SIGKILL:
        assert hegui(*command(source, tmp_path / "whole")).code == 3
        assert contents(tmp_path / "out") == contents(tmp_path / "whole")


@pytest.mark.parametrize("limit", [1_000, 30_000])
@pytest.mark.parametrize("format_", ["parquet", "jsonl"])
def test_where_files_can_grow_no_further_nothing_is_left_under_its_name(
    tmp_path: Path, limit: int, format_: str
) -> None:
    """As on a full disk: with the lower limit pieces of batches do not fit, with the other the whole does not."""
    source = write_lines(tmp_path / "in.jsonl", map(small, range(16)))
    running = process(*command(source, tmp_path / "out", "--format", format_, select="SP"), limit=limit)
    out, err = running.communicate()
    assert running.returncode == 2, out
    assert b"nothing was written to" in err
    assert b"Traceback" not in err
    assert not (tmp_path / "out").exists()
    assert (tmp_path / "out.partial").exists() == (limit > 1_000)


def test_two_runs_do_not_share_an_output(hegui: Run, lines: Path, tmp_path: Path) -> None:
    with Parts(tmp_path / "out.partial").held():
        ran = hegui(*command(lines, tmp_path / "out"))
    assert (ran.code, ran.out) == (2, "")
    assert "another run works there" in ran.err


def test_an_input_that_changes_meanwhile_gives_no_results(
    hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_lines(tmp_path / "in.jsonl", map(small, range(3)))
    write = Parts.write

    def writing(self: Parts, part: Part) -> None:
        write(self, part)
        os.utime(source, ns=(0, part.number))

    monkeypatch.setattr(Parts, "write", writing)
    ran = hegui(*command(source, tmp_path / "out"))
    assert (ran.code, ran.out) == (2, "")
    assert "was changed while it was read" in ran.err
    assert not (tmp_path / "out").exists()
