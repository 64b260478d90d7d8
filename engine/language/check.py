"""Which rows a condition joins: a quantifier's body its own and one outer one, arithmetic one row."""

from .errors import LanguageError
from .tree import Call, Choice, ConceptCall, Condition, Extreme, Pick, Quantifier, Value
from .walk import free_rows, subtrees

__all__ = ["check_rows"]


def check_rows(tree: Condition | Value) -> None:
    """Refuse what a join of two rows cannot decide; raises LanguageError."""
    for part in subtrees(tree):
        match part:
            case Quantifier(row=row) | Extreme(row=row):
                if len(free_rows(part)) > 1:
                    raise LanguageError(
                        f"the body over {row.table} uses its own row and two others",
                        "a body uses its own variable, one outer one and the company; name a part as a concept",
                    )
            case ConceptCall(name=name):
                if len(free_rows(part)) > 1:
                    raise LanguageError(f"the concept {name} is applied to two rows", "at most one, and the company")
            case Call() | Choice() | Pick():
                if len(free_rows(part)) > 1:
                    raise LanguageError("a derived value uses two rows", "arithmetic happens on one row")
            case _:
                pass
