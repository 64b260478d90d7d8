"""The day or minute as of which facts are judged."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest

from hegui.facts.as_of import AsOf


def test_a_day_has_happened_and_is_not_past() -> None:
    as_of = AsOf.parse("2018-06-01")
    assert as_of == AsOf(date(2018, 6, 1)) == AsOf.of(date(2018, 6, 1))
    assert as_of.happened_until == datetime(2018, 6, 1, 23, 59)
    assert as_of.due_from == datetime(2018, 6, 1, 0, 0)
    assert str(as_of) == "2018-06-01"


@pytest.mark.parametrize("text", ["2018-06-01T14:30", "2018-06-01 14:30", "2018-06-01T06:30Z"])
def test_a_minute_is_one_of_shanghai(text: str) -> None:
    as_of = AsOf.parse(text)
    assert as_of.happened_until == as_of.due_from == as_of.minute == datetime(2018, 6, 1, 14, 30)
    assert str(as_of) == "2018-06-01T14:30"


def test_a_zone_can_move_the_day() -> None:
    assert AsOf.of(datetime(2018, 5, 31, 20, 0, tzinfo=UTC)).day == date(2018, 6, 1)


def test_now_is_a_minute() -> None:
    now = AsOf.now()
    assert now.minute is not None
    assert abs(now.minute - datetime.now(timezone(timedelta(hours=8))).replace(tzinfo=None)) < timedelta(minutes=2)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("tomorrow", "'tomorrow' is not a time"),
        ("2018-02-30", "'2018-02-30' is not a day that the calendar has"),
        ("2018-06-01T25:00", "'2018-06-01T25:00' has a time of day that no clock shows (00:00 to 23:59)"),
        ("1066-10-14", "1066-10-14 lies outside the years 1990 to 2100"),
        ("", "'' is not a time"),
    ],
)
def test_what_is_no_day(text: str, what: str) -> None:
    with pytest.raises(ValueError, match=r".") as raised:
        AsOf.parse(text)
    assert str(raised.value) == (
        f"{what}, expected a day such as 2018-06-01 or a minute such as 2018-06-01T14:30, in Asia/Shanghai"
    )
