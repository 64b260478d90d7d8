"""What the values of fields may be written as, and what is said of others."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from hegui.facts import NOT_DONE, Company, FactsError, Province, from_mapping
from hegui.facts.scalars import ScalarText
from hegui.facts.words.business import BusinessCode


def _service(**fields: object) -> Any:
    (service,) = from_mapping({"services": [{"id": "a", **fields}]}).company.services or ()
    return service


def _item(**fields: object) -> Any:
    (item,) = from_mapping({"illegal_information": [{"id": "a", **fields}]}).company.illegal_information or ()
    return item


def _licence(**fields: object) -> Any:
    return from_mapping({"licence": fields}).company.licence


@pytest.mark.parametrize(
    "written", ["2018-02-09", "2018-2-9", "2018/2/9", "2018/02/09", "2018年2月9日", date(2018, 2, 9)]
)
def test_a_day(written: object) -> None:
    assert _service(started_on=written).started_on == date(2018, 2, 9)


@pytest.mark.parametrize("written", ["not_done", "未办理", " not_done ", NOT_DONE])
def test_an_event_that_has_not_happened(written: object) -> None:
    assert _service(started_on=written).started_on is NOT_DONE
    assert _item(found_at=written).found_at is NOT_DONE


@pytest.mark.parametrize(
    "written",
    [
        "2018-02-09 14:30",
        "2018-02-09T14:30",
        "2018-02-09T14:30:59",
        "2018-02-09T14:30:59.25+08:00",
        "2018-02-09T06:30Z",
        "2018-02-09T06:30:00 +0000",
        "2018年2月9日 14:30",
        "2018年2月9日14:30",
        datetime(2018, 2, 9, 14, 30, 59),
        datetime(2018, 2, 9, 6, 30, tzinfo=UTC),
        datetime(2018, 2, 9, 1, 30, tzinfo=timezone(timedelta(hours=-5))),
    ],
)
def test_a_minute_is_one_of_shanghai_without_seconds(written: object) -> None:
    assert _item(disposed_at=written).disposed_at == datetime(2018, 2, 9, 14, 30)


def test_a_day_may_stand_for_a_minute_and_stays_a_day() -> None:
    found = _item(found_at="2018-02-09").found_at
    assert found == date(2018, 2, 9)
    assert not isinstance(found, datetime)


@pytest.mark.parametrize(("written", "meant"), [(text, True) for text in ("true", "True", "yes", "是", True)])
def test_a_yes(written: object, meant: bool) -> None:
    assert _service(commercial=written).commercial is meant


@pytest.mark.parametrize("written", ["false", "FALSE", "no", "否", False])
def test_a_no(written: object) -> None:
    assert _service(commercial=written).commercial is False


def test_numbers_and_texts_mean_what_the_field_says() -> None:
    assert _licence(registered_capital="010").registered_capital == 10
    assert _licence(registered_capital=2**53 - 1).registered_capital == 2**53 - 1
    assert _licence(number="010").number == "010"
    assert _licence(number=10).number == "10"
    assert _licence(number="no").number == "no"
    assert _licence(number="  B2-20990001\n").number == "B2-20990001"


def test_words() -> None:
    assert _service(code="B25").code is BusinessCode.B25
    assert _service(code="信息服务业务").code is BusinessCode.B25
    assert _service(code="none").code is BusinessCode.NONE
    assert _service(regions=["110000", 120000, "河北", "山西省"]).regions == tuple(Province)[:4]


@pytest.mark.parametrize("written", ["nationwide", "全国"])
def test_nationwide_is_the_31_provinces(written: str) -> None:
    assert _service(regions=written).regions == tuple(Province)
    assert _licence(regions=written).regions == tuple(Province)


@pytest.mark.parametrize(
    ("section", "what"),
    [
        ({"services": [{"id": "a", "started_on": "2018-02-30"}]}, "'2018-02-30' is not a day that the calendar has"),
        ({"services": [{"id": "a", "started_on": "1989-12-31"}]}, "1989-12-31 lies outside the years 1990 to 2100"),
        ({"services": [{"id": "a", "started_on": "2101-01-01"}]}, "2101-01-01 lies outside the years 1990 to 2100"),
        ({"services": [{"id": "a", "started_on": date(2101, 1, 1)}]}, "2101-01-01 lies outside the years 1990 to 2100"),
        ({"services": [{"id": "a", "started_on": "soon"}]}, "'soon' is not a date"),
        ({"services": [{"id": "a", "started_on": "2018-02-09x"}]}, "'2018-02-09x' is not a date"),
        ({"services": [{"id": "a", "started_on": "２０１８-02-09"}]}, "'２０１８-02-09' is not a date"),
        ({"services": [{"id": "a", "started_on": "not done"}]}, "'not done' is not a date (did you mean not_done?)"),
        (
            {"services": [{"id": "a", "started_on": "2018-02-09 14:30"}]},
            "'2018-02-09 14:30' has a time of day, where a day belongs",
        ),
        (
            {"services": [{"id": "a", "started_on": datetime(2018, 2, 9)}]},
            "'2018-02-09 00:00:00' has a time of day, where a day belongs",
        ),
        ({"services": [{"id": "a", "started_on": True}]}, "yes where a date belongs"),
        ({"services": [{"id": "a", "commercial": "maybe"}]}, "'maybe' is neither yes nor no"),
        ({"services": [{"id": "a", "commercial": 1}]}, "'1' (int) where a yes or no belongs"),
        (
            {"services": [{"id": "a", "commercial": ScalarText("yes", quoted=True)}]},
            "'yes' is a text, because of its quotes",
        ),
        ({"services": [{"id": "a", "network": "mobil"}]}, "'mobil' is none of the words (did you mean mobile?)"),
        ({"services": [{"id": "a", "network": ["mobile"]}]}, "a list where a word belongs"),
        ({"services": [{"id": "a", "regions": ["香港"]}]}, "'香港' is none of the words"),
        ({"services": [{"id": "a", "regions": [None]}]}, "nothing where a word belongs"),
        ({"services": [{"id": "a", "regions": "北京"}]}, "'北京' where a list belongs"),
        ({"services": [{"id": "a", "name": " "}]}, "an empty text"),
        ({"services": [{"id": "a", "name": True}]}, "yes where a text belongs"),
        ({"services": [{"id": "a", "name": 10.1}]}, "'10.1' (float) where a text belongs"),
        ({"services": [{"id": "a", "name": {}}]}, "a mapping where a text belongs"),
        ({"services": [{"id": "a", "name": "字" * 2001}]}, "a text of 2001 characters"),
        ({"services": [{"id": "a", "name": "a\x00b"}]}, "a control character (U+0000) at place 2"),
        ({"services": [{"id": "a", "name": "a\x1b[31m"}]}, "a control character (U+001B) at place 2"),
        ({"services": [{"id": "a", "name": "a\nb"}]}, "a control character (U+000A) at place 2"),
        ({"services": [{"id": "a", "name": "a\u202eb"}]}, "a control character (U+202E) at place 2"),
        ({"services": [{"id": "a", "name": "\ud800"}]}, "a control character (U+D800) at place 1"),
        ({"licence": {"registered_capital": "-5"}}, "-5 is less than nothing"),
        ({"licence": {"registered_capital": -5}}, "-5 is less than nothing"),
        ({"licence": {"registered_capital": "10.10"}}, "'10.10' is not a whole number"),
        ({"licence": {"registered_capital": "1,000"}}, "'1,000' is not a whole number"),
        ({"licence": {"registered_capital": "٣"}}, "'٣' is not a whole number"),
        ({"licence": {"registered_capital": True}}, "yes where a number belongs"),
        ({"licence": {"registered_capital": "9" * 5000}}, f"'{'9' * 59}…' is too great"),
        ({"licence": {"registered_capital": 2**53}}, f"'{2**53}' is too great"),
        (
            {"licence": {"registered_capital": ScalarText("10", quoted=True)}},
            "the number '10' is given as a text, because of its quotes",
        ),
        (
            {"licence": {"terms": [{"id": "a", "expires_on": "not_done"}]}},
            "not_done says that an event has not happened, and this is a term",
        ),
        (
            {"illegal_information": [{"id": "a", "found_at": "2018-02-09 24:00"}]},
            "'2018-02-09 24:00' has a time of day that no clock shows (00:00 to 23:59)",
        ),
        ({"illegal_information": [{"id": "a", "found_at": "2018-02-09 9am"}]}, "'2018-02-09 9am' is not a time"),
        (
            {"illegal_information": [{"id": "a", "found_at": "2018-02-09T14:30+25:00"}]},
            "'2018-02-09T14:30+25:00' has an offset from UTC that no place has",
        ),
        (
            {"illegal_information": [{"id": "a", "found_at": "2100-12-31T23:30-05:00"}]},
            "2101-01-01 lies outside the years 1990 to 2100",
        ),
        ({"services": 5}, "'5' (int) where a list belongs"),
        ({"services": [5]}, "'5' (int) where a mapping belongs"),
        ({"licence": []}, "a list where a mapping belongs"),
        ({"services": [{}]}, "there is no id"),
        ({"services": [{"id": None}]}, "nothing is stated"),
        ({3: 4}, "there is no field '3'"),
    ],
)
def test_what_a_field_cannot_take(section: dict[Any, Any], what: str) -> None:
    with pytest.raises(FactsError) as raised:
        from_mapping(section)
    (problem,) = raised.value.problems
    assert problem.what == what
    assert problem.expected


@pytest.mark.parametrize("data", [None, [], "text", 5])
def test_facts_that_are_no_mapping(data: Any) -> None:
    with pytest.raises(FactsError, match=r"^the facts are .*, expected a mapping of sections"):
        from_mapping(data)


def test_a_company_made_by_hand() -> None:
    company = Company(name="示例公司", services=({"id": "a", "code": "B25"},))  # type: ignore[arg-type]
    assert company.services is not None
    assert company.services[0].code is BusinessCode.B25
    assert hash(company) == hash(company.model_copy(deep=True))
    with pytest.raises(ValueError, match="frozen"):
        company.name = "another"


def test_messages_hold_nothing_that_disturbs_a_terminal() -> None:
    with pytest.raises(FactsError) as raised:
        from_mapping({"\x1b[31mred\u202e": 1, "services": [{"id": "\x1b[0m", "network": "\x9b\n"}]})
    assert str(raised.value).replace("\n", "").isprintable()
