"""Sizes of the random tests, and which tests run only in `make prove`."""

import os
import tempfile

import pytest
from hypothesis import HealthCheck, settings

from tests.sizes import PROVE, size

# What a test run works out is kept for its own processes, not in the user's cache.
os.environ["HEGUI_CACHE_DIR"] = tempfile.mkdtemp(prefix="hegui-tests-")

settings.register_profile(
    "default",
    max_examples=size(100, full=2_000),
    deadline=None,  # a machine that is busy is no failure
    print_blob=True,
    derandomize=os.environ.get("CI") == "true",
    suppress_health_check=[HealthCheck.too_slow],
)
settings.register_profile("prove", settings.get_profile("default"), derandomize=False)
settings.load_profile("prove" if PROVE else "default")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leaves out the tests marked `prove` where HEGUI_PROVE is not set: seen as deselected, not as skipped."""
    if PROVE:
        return
    long = [item for item in items if item.get_closest_marker("prove")]
    if long:
        config.hook.pytest_deselected(items=long)
        items[:] = [item for item in items if item not in long]
