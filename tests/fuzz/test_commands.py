"""No file makes a command end otherwise than with a verdict, or with exit code 2 and a message. `make fuzz` tries more.

What fuzzing has found stands in tests/fuzz/found, a file each, and is tried first.
"""

import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.damage import damaged, odd_documents
from tests.fuzz.measured import FOUND
from tests.fuzz.shuffled import EXAMPLES
from tests.fuzz.targets import TARGETS
from tests.sizes import size

_KEPT = sorted(FOUND.glob("*/*"))


def _try(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        TARGETS[name].run(data, Path(folder))


@pytest.mark.parametrize("path", _KEPT, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_what_was_found_before(path: Path) -> None:
    _try(path.parent.name, path.read_bytes())


@pytest.mark.parametrize("name", sorted(TARGETS))
def test_seeds_are_taken(name: str) -> None:
    """Else what is made from them would be refused at its first byte."""
    for seed in TARGETS[name].seeds()[:2]:
        _try(name, seed)


@pytest.mark.parametrize("name", sorted(TARGETS))
@given(draws=st.data())
def test_damaged_files(name: str, draws: st.DataObject) -> None:
    _try(name, draws.draw(damaged(TARGETS[name].seeds())))


test_damaged_files = settings(max_examples=size(8), suppress_health_check=list(HealthCheck))(test_damaged_files)


@settings(max_examples=size(12, full=250), suppress_health_check=list(HealthCheck))
@given(odd_documents(EXAMPLES), st.sampled_from(["facts_yaml", "facts_json"]))
def test_odd_documents(data: bytes, name: str) -> None:
    _try(name, data)
