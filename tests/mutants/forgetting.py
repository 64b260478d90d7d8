"""A plugin of pytest for runs over mutants: what an earlier test worked out is forgotten.

mutmut tries each mutant in a fork of a process in which all tests have run. What that process keeps in memory, such as
a parsed ruleset, was made without the mutant: a test that takes it would see nothing of a mutant of the parser.
"""

import functools
import gc
import os
import tempfile

import pytest

_OURS = ("hegui", "tests")


def forget() -> None:
    """Have everything that functools keeps for our functions worked out anew, and the cache on the disk too."""
    os.environ["HEGUI_CACHE_DIR"] = tempfile.mkdtemp(prefix="hegui-mutants-")
    for kept in gc.get_objects():
        if isinstance(kept, functools._lru_cache_wrapper) and kept.__wrapped__.__module__.split(".")[0] in _OURS:
            kept.cache_clear()


def pytest_configure() -> None:
    forget()


@pytest.fixture(autouse=True, scope="module")
def _fresh() -> None:
    """While mutmut looks which tests reach which function, each module works everything out anew, and so reaches it."""
    if os.environ.get("MUTANT_UNDER_TEST") == "stats":
        forget()
