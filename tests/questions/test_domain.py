"""A domain has every value that a field can still be stated as, and its samples are some of these."""

import datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.engine.encoding import encode, unstated
from hegui.engine.intervals import MINUTES_A_DAY, NEVER, Interval
from hegui.engine.questions.domain import OTHER_TEXT, Domain, day_samples, domain_of, known_days, number_samples
from hegui.engine.rows import Rows, make_rows
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from hegui.facts.dates import FIRST_YEAR, LAST_YEAR
from hegui.facts.kinds import Kind
from hegui.facts.scalars import GREATEST_NUMBER
from hegui.facts.schema import Field, company_schema
from tests.sizes import size

_AS_OF = AsOf.parse("2018-06-01T14:30")
_TODAY = _AS_OF.day.toordinal()
_FIELDS = [field for table in company_schema().tables.values() for field in table.fields.values()]
_FACTS: dict[str, Any] = {
    "name": "虚构公司",
    "services": [{"id": "a", "started_on": "2016-02-29"}, {"id": "b", "started_on": "2019-01-01"}],
}
_FIRST, _LAST = datetime.date(FIRST_YEAR, 1, 1), datetime.date(LAST_YEAR, 12, 31)
_VALUES: dict[Kind, st.SearchStrategy[Any]] = {
    Kind.FLAG: st.booleans(),
    Kind.TEXT: st.sampled_from(["虚构公司", "a", "b", "甲"]),
    Kind.NUMBER: st.integers(0, GREATEST_NUMBER),
    Kind.DAY: st.dates(_FIRST, _LAST),
    Kind.MINUTE: st.tuples(st.dates(_FIRST, _LAST), st.integers(0, 23), st.integers(0, 59)).map(
        lambda one: datetime.datetime.combine(one[0], datetime.time(*one[1:]))
    ),
}


def _rows() -> Rows:
    return make_rows(from_mapping(_FACTS).company, _AS_OF)


def _field(kind: Kind, *, event: bool = False) -> Field:
    return next(field for field in _FIELDS if field.kind is kind and field.event is event)


def _value(field: Field) -> st.SearchStrategy[Any]:
    return st.sampled_from(list(field.words)) if field.words is not None else _VALUES[field.kind]


def _domain(field: Field, rows: Rows, now: Interval | None = None) -> Domain:
    return domain_of(field, unstated(field) if now is None else now, rows, known_days(rows), (3, 20))


def _holds(domain: Domain, value: Interval) -> bool:
    """Whether a value lies in what a span means or, where there are none, is a sample."""
    if not domain.spans:
        return value in {domain.interval(one, one) for one in domain.samples}
    meant = [domain.interval(*span) for span in domain.spans]
    return any(low <= value[0] and value[1] <= high for low, high in meant)


@settings(max_examples=size(200, full=4_000))
@given(st.data())
def test_whatever_a_field_is_stated_as_is_in_its_domain(data: st.DataObject) -> None:
    field = data.draw(st.sampled_from(_FIELDS))
    rows = _rows()
    known = len(tuple(rows.texts))
    value = encode(data.draw(_value(field)), field, _AS_OF, rows.texts)
    if field.kind is Kind.TEXT and value[0] >= known:
        value = OTHER_TEXT, OTHER_TEXT
    assert _holds(_domain(field, _rows()), value), field.name


@pytest.mark.parametrize("field", {(one.kind, one.event): one for one in _FIELDS}.values(), ids=lambda one: one.name)
def test_what_is_tried_lies_in_the_domain(field: Field) -> None:
    domain = _domain(field, _rows())
    assert len(set(domain.samples)) == len(domain.samples) > 1
    for one in domain.samples:
        assert not domain.spans or any(low <= one <= high for low, high in domain.spans)


def test_a_text_is_one_of_the_document_or_any_other() -> None:
    rows = _rows()
    known = len(tuple(rows.texts))
    domain = _domain(_field(Kind.TEXT), rows)
    assert known > 1
    assert domain.samples == (OTHER_TEXT, *range(known))
    assert domain.spans == ((0, known - 1), (OTHER_TEXT, OTHER_TEXT))


def test_numbers_beside_those_that_are_compared_with_are_tried() -> None:
    assert number_samples([20, 3]) == (0, 1, 2, 3, 4, 19, 20, 21, GREATEST_NUMBER)
    assert number_samples([0]) == number_samples([]) == (0, 1, GREATEST_NUMBER)


def test_days_beside_those_of_the_document_and_of_today_are_tried() -> None:
    rows = _rows()
    days = known_days(rows)
    assert [datetime.date.fromordinal(day).isoformat() for day in days] == ["2019-01-01", "2016-02-29"]
    term, event = (set(day_samples(_field(Kind.DAY, event=one), rows, days)) for one in (False, True))
    beside = {day + step for day in days for step in (-1, 0, 1)}
    around = {_TODAY + step for step in (-365, -1, 0, 1, 365)}
    assert beside | around <= term
    assert {one for one in beside | around if one <= _TODAY} | {NEVER} <= event
    assert max(event - {NEVER}) == _TODAY


def test_of_a_minute_that_is_not_stated_every_day_is_tried() -> None:
    domain = _domain(_field(Kind.MINUTE, event=True), _rows())
    past = domain.interval(_TODAY - 1, _TODAY - 1)
    assert past == ((_TODAY - 1) * MINUTES_A_DAY, _TODAY * MINUTES_A_DAY - 1)
    # Today it may also be later than now, and so not have happened.
    assert domain.interval(_TODAY, _TODAY) == (_TODAY * MINUTES_A_DAY, NEVER)
    assert domain.interval(NEVER, NEVER) == (NEVER, NEVER)


@pytest.mark.parametrize(("day", "ends"), [("2018-05-31", "2018-05-31T23:59"), ("2018-06-01", "2018-06-01T14:30")])
def test_of_a_minute_whose_day_is_stated_the_minutes_of_the_day(day: str, ends: str) -> None:
    field, rows = _field(Kind.MINUTE, event=True), _rows()
    now = encode(datetime.date.fromisoformat(day), field, _AS_OF, rows.texts)
    domain = _domain(field, rows, now)
    last = encode(datetime.datetime.fromisoformat(ends), field, _AS_OF, rows.texts)
    assert domain.spans[0] == (now[0], last[0])
    assert (NEVER in domain.samples) is (now[1] == NEVER) is (day == "2018-06-01")
    assert {now[0], last[0]} <= set(domain.samples)
