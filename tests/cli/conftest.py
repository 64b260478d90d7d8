"""Runs the command in this process, with streams that are captured and an environment that is bare."""

import io
import sys
from collections.abc import Callable

import pytest

from hegui.cli import main
from hegui.cli.settings_known import SETTINGS, variable
from tests.cli.running import Ran

_SETTINGS = ("COLUMNS", "NO_COLOR", "TERM", "HEGUI_DEBUG", "GITHUB_STEP_SUMMARY")


@pytest.fixture
def hegui(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Callable[..., Ran]:
    """`hegui("audit", path)` gives exit code, standard output and standard error; `stdin` is what is piped in."""
    for name in (*_SETTINGS, *map(variable, SETTINGS), "HEGUI_NO_SETTINGS"):
        monkeypatch.delenv(name, raising=False)

    def run(*arguments: object, stdin: bytes = b"") -> Ran:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin), encoding="utf-8"))
        capsys.readouterr()
        code = main([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        assert "Traceback" not in err
        return Ran(code, out, err)

    return run
