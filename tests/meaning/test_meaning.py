"""The meaning of the ruleset that comes along is pinned: no status and no due date moves unless somebody says so."""

from collections.abc import Mapping
from functools import cache

import pytest
from msgspec.structs import replace

from hegui.engine.language.tree import Fixed
from hegui.engine.norms import Norm
from hegui.engine.rows import Rows
from hegui.engine.status import Status
from tests.meaning import companies, pins
from tests.meaning.companies import Pinned
from tests.rulesets.packaged import miit_b25

_SHOWN = 6


@cache
def _companies() -> tuple[Pinned, ...]:
    return (*companies.examples(), *companies.small(companies.small_companies()))


@cache
def _rows() -> Mapping[str, Rows]:
    return pins.rows_of(_companies())


@cache
def _pinned() -> tuple[str, pins.Meaning]:
    return pins.read_pins(pins.FILE.read_text(encoding="utf-8"), _companies())


def _told(moved: Mapping[str, tuple[str, ...]]) -> str:
    """What to do where something moved, then every norm with the first of its findings that did."""
    lines = [
        f"{sum(map(len, moved.values()))} findings of {len(moved)} norms of miit-b25 come out otherwise than pinned in "
        f"tests/meaning/{pins.FILE.name}.",
        "Where that is not meant, mend the norm, the concept or the reading. Where it is meant:",
        "1. raise `version` in rulesets/miit_b25/ruleset.yaml where this has not been done since the last release:",
        "   the second number; the first where a norm, a reading or a value of one is gone (docs/versions.md);",
        "2. write in CHANGELOG.md, under Changed, which norms moved, why, and for whom;",
        "3. `make pin-meaning`, and look through what it changes; for a new norm `make pin-meaning ARGS=--add`.",
    ]
    for norm, found in moved.items():
        lines.append(f"{norm}: {len(found)} moved")
        lines += [f"    {one}" for one in found[:_SHOWN]]
        lines += [f"    and {len(found) - _SHOWN} more"] if len(found) > _SHOWN else []
    return "\n".join(lines)


def test_nothing_moved() -> None:
    moved = pins.changes(_pinned()[1], pins.meaning_of(miit_b25().norms.values(), _rows()))
    if moved:
        pytest.fail(_told(moved), pytrace=False)


def test_the_pins_are_those_of_the_ruleset_s_version() -> None:
    assert _pinned()[0] == miit_b25().version, "the version was raised: `make pin-meaning`"


def test_the_file_is_as_it_would_be_written() -> None:
    version, meaning = _pinned()
    assert pins.FILE.read_text(encoding="utf-8") == pins.written(meaning, miit_b25().norms, version), (
        "norms came, went or changed their places: `make pin-meaning`"
    )


def test_every_norm_is_pinned_where_it_is_broken_met_and_open() -> None:
    shown: dict[str, set[str]] = {norm: set() for norm in miit_b25().norms}
    for stands in _pinned()[1].values():
        for (norm, _), stand in stands.items():
            shown[norm].add(stand.status)
    for name, found in miit_b25().norms.items():
        wanted = {one.expected for one in found.examples if not one.readings} - {Status.NOT_APPLICABLE.value}
        assert shown[name] >= wanted, f"{name}: `make pin-meaning ARGS=--add` pins companies that show it"


def _moved(norm: Norm, **changed: object) -> Mapping[str, tuple[str, ...]]:
    """What moves where one norm is changed."""
    own = {
        company: {place: stand for place, stand in stands.items() if place[0] == norm.id}
        for company, stands in _pinned()[1].items()
    }
    return pins.changes(own, pins.meaning_of([replace(norm, **changed)], _rows()))


def test_a_change_is_told_with_norm_company_subject_and_status() -> None:
    norm = miit_b25().norms["SP-09-f"]
    told = _told(_moved(norm, breach=Fixed(True)))
    assert "SP-09-f: " in told
    assert "main@2020-10-12 诈骗链接: met (due 2020-08-17) → violated (due 2020-08-17)" in told
    assert "make pin-meaning" in told
    assert "CHANGELOG.md" in told


def test_a_due_date_that_moves_is_told_though_every_status_stays() -> None:
    norms = miit_b25().norms
    moved = _moved(norms["SP-09-f"], by=norms["SP-09-f"].done)
    assert "main@2020-10-12 诈骗链接: met (due 2020-08-17) → met (due 2020-08-14)" in moved["SP-09-f"]


def test_the_small_companies_are_invented_and_say_so() -> None:
    base, *others = companies.small_companies()
    assert "虚构" in base.facts["name"]
    for one in (base, *others):
        licence = {**base.facts, **one.facts}["licence"] or {}
        assert str(licence.get("number") or "B2-2099").startswith("B2-2099"), one.name
    assert len({one.name for one in others}) == len(others)
