"""How many examples a random test takes: some in `make test`, many in `make prove`, few in `make mutate`."""

import os

PROVE = os.environ.get("HEGUI_PROVE") == "1"
_FACTOR = 10
_FEW = os.environ.get("HEGUI_FEW") == "1"


def size(usual: int, full: int | None = None) -> int:
    """The number of examples for a test that takes `usual` in `make test`: `@settings(max_examples=size(40))`.

    In `make prove` it takes `full`, or ten times as many where none is given; in `make mutate`, which runs all tests
    thousands of times, a tenth.
    """
    if _FEW:
        return max(usual // _FACTOR, 5)
    if not PROVE:
        return usual
    return usual * _FACTOR if full is None else full
