"""A plugin of pytest for the run in which mutmut looks which tests reach which function.

What an earlier test worked out, such as a parsed ruleset, is forgotten: a test that took it would not be seen to reach
the parser.
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
