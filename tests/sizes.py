"""How many examples a random test takes: few in `make test`, twenty-five times as many in `make prove`."""

import os

PROVE = os.environ.get("HEGUI_PROVE") == "1"
FACTOR = 25


def size(usual: int) -> int:
    """The number of examples for a test that takes `usual` in `make test`: `@settings(max_examples=size(40))`."""
    return usual * FACTOR if PROVE else usual
