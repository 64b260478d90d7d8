"""The file of waivers: what it holds, and every mistake at its place."""

import io
from datetime import date

import pytest

from hegui.facts import FactsError
from hegui.facts.waivers import Waiver, load_waivers

GOOD = "{norm: SP-09-f, subject: a, reason: 待整改, owner: 合规部, approved_on: 2018-01-01, expires_on: 2018-12-31}"


def load(text: str) -> tuple[Waiver, ...]:
    return load_waivers("-", io.StringIO(text))


def test_a_waiver_with_its_place() -> None:
    (found,) = load(f"waivers:\n  - {GOOD}\n")
    assert (found.norm, found.subject, found.reason, found.owner) == ("SP-09-f", "a", "待整改", "合规部")
    assert (found.approved_on, found.expires_on) == (date(2018, 1, 1), date(2018, 12, 31))
    assert str(found.position) == "<stdin>:2:5"


def test_none() -> None:
    assert load("waivers: []") == ()


def test_json() -> None:
    text = '{"waivers": [{"norm": "A", "subject": "b", "reason": "c", "owner": "d", "approved_on": "2018-01-01",'
    assert load(text + ' "expires_on": "2018-01-01"}]}')[0].norm == "A"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the file is empty, expected a list of waivers"),
        ("- a\n", "1:1: the waivers are a list, expected a mapping of one list"),
        ("{}", "1:1: waivers: there are no waivers, expected a list of them"),
        ("waivers:\n", "there are no waivers"),
        ("waivers: 3\n", "'3' where a list belongs"),
        ("waivers: [3]\n", "1:11: waivers[0]: '3' where a mapping belongs, expected waiver: a mapping"),
        (f"waivers: [{GOOD}]\nwaver: []\n", "2:1: waver: there is no field 'waver' (did you mean waivers?)"),
        ("waivers: [" + GOOD.replace("reason", "raeson") + "]", "there is no field 'raeson' (did you mean reason?)"),
        ("waivers: [" + GOOD.replace("reason: 待整改, ", "") + "]", "reason: there is no reason"),
        ("waivers: [" + GOOD.replace("合规部", "") + "]", "owner: nothing is stated"),
        ("waivers: [" + GOOD.replace("2018-12-31", "soon") + "]", "expires_on: 'soon' is not a date"),
        ("waivers: [" + GOOD.replace("2018-12-31", "not_done") + "]", "expires_on: not_done says"),
        ("waivers: [" + GOOD.replace("2018-12-31", "2017-12-31") + "]", "the waiver ends on 2017-12-31, before it is"),
        (f"waivers:\n- {GOOD}\n- {GOOD}\n", "3:3: waivers[1]: this finding is waived already, at waivers[0]"),
    ],
)
def test_a_file_that_cannot_be_used(text: str, told: str) -> None:
    with pytest.raises(FactsError) as caught:
        load(text)
    assert caught.value.of == "waivers"
    assert told in str(caught.value)


def test_every_mistake_at_once() -> None:
    with pytest.raises(FactsError) as caught:
        load("waivers: [{norm: A}, {subject: b}]")
    assert len(caught.value.problems) == 10
