"""How many examples a random test takes: few in `make test`, many more in `make prove`."""

import os

PROVE = os.environ.get("HEGUI_PROVE") == "1"
_FACTOR = 10


def size(usual: int, full: int | None = None) -> int:
    """The number of examples for a test that takes `usual` in `make test`: `@settings(max_examples=size(40))`.

    In `make prove` it takes `full`, or ten times as many where none is given.
    """
    if not PROVE:
        return usual
    return usual * _FACTOR if full is None else full
