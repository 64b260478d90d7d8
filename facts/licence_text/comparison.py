"""Compares the clauses of a licence with those that a ruleset speaks of."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from . import provisions
from .differences import Difference, differences
from .folding import folded
from .model import LicenceReading
from .names import BLANK


class Likeness(StrEnum):
    """How a clause of the licence stands to the ruleset's. The first three have the same wording."""

    SAME = "same"
    SAME_BUT_FOR_TYPOGRAPHY = "same but for typography"
    SAME_BUT_FOR_THE_HOLDER = "same but for the holder"
    DEPARTS = "departs"
    MISSING = "missing"
    EXTRA = "extra"


@dataclass(frozen=True, slots=True)
class ClauseComparison:
    """One clause, compared. `lines` are those of the licence (none if it is missing); only a clause that departs has
    differences."""

    clause: str
    likeness: Likeness
    lines: tuple[int, ...] = ()
    differences: tuple[Difference, ...] = ()


def compare_clauses(
    reading: LicenceReading, clause_texts: Mapping[str, str], slots: Mapping[str, str]
) -> tuple[ClauseComparison, ...]:
    """Each clause of a ruleset against the same clause of the licence, in the order of the text, and the clauses that
    only the licence has.

    `slots` gives the words that the ruleset's text has in the places that differ from holder to holder, by the names of
    `reading.slots`: number, company_name, registered_capital, registered_address, issued_on, expires_on. There the
    licence may have its own. Persons' names, which are blanked in both, are not compared.
    """
    found = {clause.id: clause for clause in reading.clauses}
    compared: list[ClauseComparison] = []
    for clause in sorted({*clause_texts, *found}, key=provisions.order):
        if clause not in found:
            compared.append(ClauseComparison(clause, Likeness.MISSING))
        elif clause not in clause_texts:
            compared.append(ClauseComparison(clause, Likeness.EXTRA, found[clause].lines))
        else:
            expected = _for_holder(clause_texts[clause], slots, reading.slots)
            likeness = _likeness(clause_texts[clause], expected, found[clause].text)
            departing = differences(expected, found[clause].text) if likeness is Likeness.DEPARTS else ()
            compared.append(ClauseComparison(clause, likeness, found[clause].lines, departing))
    return tuple(compared)


def _likeness(text: str, expected: str, found: str) -> Likeness:
    """`expected` is the ruleset's `text` with the holder's words in it."""
    if found == text:
        return Likeness.SAME
    if folded(found) == folded(text):
        return Likeness.SAME_BUT_FOR_TYPOGRAPHY
    if _persons_aside(found) == _persons_aside(expected):
        return Likeness.SAME_BUT_FOR_THE_HOLDER
    return Likeness.DEPARTS


def _persons_aside(text: str) -> str:
    return re.sub(f"{BLANK}+", BLANK, folded(text))


def _for_holder(text: str, slots: Mapping[str, str], own: Mapping[str, str]) -> str:
    """The ruleset's text with this holder's words in the slots. Longer words first, lest one be part of another."""
    replaced = {slots[name]: own[name] for name in slots if name in own and slots[name]}
    if not replaced:
        return text
    pattern = "|".join(re.escape(words) for words in sorted(replaced, key=len, reverse=True))
    return re.sub(pattern, lambda match: replaced[match[0]], text)
