"""The facts that the engine sees: small integers only, nothing of the document's own text.

Every row is a fact of its own: `t` its table, `r` its number, `u` the number of the row above, `i` whether it is
imagined, `z` zero, and one property for each bound that a rule tests. A derived fact has `t` for its node and form,
and `o` for the row it speaks of.
"""

from typing import Final

from .literals import Form

__all__ = ["CONTROL", "CONTROL_TYPE", "FIRST_TABLE", "STAGE_TYPE", "control_fact", "hit_type", "stage_fact"]

Fact = dict[str, int]

CONTROL: Final = "control"
"""The rule that fires for the last fact of a batch: it shows that none was dropped."""

STAGE_TYPE: Final = 1
CONTROL_TYPE: Final = 2
FIRST_TABLE: Final = 10
_FIRST_HIT: Final = 1000


def stage_fact(stratum: int) -> Fact:
    """The fact that opens a stratum."""
    return {"t": STAGE_TYPE, "n": stratum}


def control_fact(number: int) -> Fact:
    """The last fact of a batch."""
    return {"t": CONTROL_TYPE, "n": number}


def hit_type(node: int, form: Form) -> int:
    """The `t` of a derived fact."""
    return _FIRST_HIT + 2 * node + form
