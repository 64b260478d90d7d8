"""The command as the tests of the command run it, and a company whose every text is known."""

from pathlib import Path

import pytest
import yaml

from tests.cli.conftest import hegui
from tests.cli.running import MAIN
from tests.security.canaries import as_yaml, canaried

__all__ = ["hegui"]


@pytest.fixture
def company(tmp_path: Path) -> Path:
    """The main example with a canary in every text."""
    file = tmp_path / "facts.yaml"
    data = yaml.load(MAIN.read_text(encoding="utf-8"), yaml.BaseLoader)
    file.write_text(as_yaml(canaried(data)), encoding="utf-8")
    return file
