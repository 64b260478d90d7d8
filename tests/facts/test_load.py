"""Good files: the two formats say the same, and every value keeps its place."""

import io
from datetime import date
from pathlib import Path

import pytest
import yaml

from hegui.facts import NOT_DONE, Document, FactsError, Position, Province, from_mapping, load

FACTS = """\
# 示例:虚构公司
name: 示例公司
licence:
  number: 010
  registered_capital: 010
  regions: nationwide
  service_items: [10.10, no, "~", ~x, 2018-02-09]
  scope: &scope
    - id: no
      mobile: no
      internet: "no"
"""


def _load(text: str | bytes) -> Document:
    return load("-", io.BytesIO(text.encode() if isinstance(text, str) else text))


def test_scalars_mean_what_the_field_says() -> None:
    licence = _load(FACTS.replace('"no"', "false")).company.licence
    assert (licence.number, licence.registered_capital) == ("010", 10)
    assert licence.service_items == ("10.10", "no", "~", "~x", "2018-02-09")
    assert licence.scope is not None
    assert (licence.scope[0].id, licence.scope[0].mobile) == ("no", False)
    assert licence.regions == tuple(Province)


@pytest.mark.parametrize("null", ["", "~", "null", "Null", "NULL"])
def test_null_is_not_stated(null: str) -> None:
    company = _load(f"name: {null}\nservices: {null}\nlicence: {null}\n").company
    assert company == from_mapping({}).company


def test_every_value_has_a_place() -> None:
    document = _load(FACTS.replace('"no"', "false"))
    assert document.source == "<stdin>"
    places = {pointer: (place.line, place.column) for pointer, place in document.positions.items()}
    assert places == {
        "": (2, 1),
        "/name": (2, 7),
        "/licence": (4, 3),
        "/licence/number": (4, 11),
        "/licence/registered_capital": (5, 23),
        "/licence/regions": (6, 12),
        "/licence/service_items": (7, 18),
        "/licence/service_items/0": (7, 19),
        "/licence/service_items/1": (7, 26),
        "/licence/service_items/2": (7, 30),
        "/licence/service_items/3": (7, 35),
        "/licence/service_items/4": (7, 39),
        "/licence/scope": (8, 10),
        "/licence/scope/0": (9, 7),
        "/licence/scope/0/id": (9, 11),
        "/licence/scope/0/mobile": (10, 15),
        "/licence/scope/0/internet": (11, 17),
    }


def test_it_is_the_same_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    text = FACTS.replace('"no"', "false")
    fast = _load(text)
    monkeypatch.setattr("hegui.facts.source_yaml.yaml_loader", lambda: yaml.SafeLoader)
    assert _load(text) == fast
    for broken in ("name: 'a\n", "name: *a\n", "name: a: b\n", "name: \x07\n", "[" * 10_000):
        with pytest.raises(FactsError):
            _load(broken)


def test_what_is_not_stated_lies_where_its_holder_does() -> None:
    document = _load(FACTS.replace('"no"', "false"))
    assert document.position("/licence/regions/30") == Position("<stdin>", 6, 12)
    assert document.position("/licence/scope/0/code") == Position("<stdin>", 9, 7)
    assert document.position("/services/0/id") == Position("<stdin>", 2, 1)
    assert from_mapping({"name": "x"}).position("/name") is None
    assert str(document.position("/name")) == "<stdin>:2:7"


def test_an_alias_lies_where_its_anchor_does() -> None:
    text = "services:\n  - {id: a, regions: &r [北京, 上海]}\n  - {id: b, regions: *r}\n"
    document = _load(text)
    a, b = document.company.services or ()
    assert a.regions == b.regions == (Province.BEIJING, Province.SHANGHAI)
    assert document.positions["/services/1/regions/1"] == document.positions["/services/0/regions/1"]


def test_merge_keys_are_keys_like_others() -> None:
    with pytest.raises(FactsError, match="there is no field '<<'"):
        _load("logs: &l {retention: 6}\nlicence:\n  <<: *l\n")


def test_json_escapes_tabs_and_places() -> None:
    document = _load('\ufeff{\n\t"name": "\\u793a\\u4f8b \\ud83d\\ude00😀",\r\n\t"logs": {"retention": 6}}')
    assert document.company.name == "示例 😀😀"
    assert document.company.logs.retention == 6
    assert document.positions["/name"] == Position("<stdin>", 2, 10)
    assert document.positions["/logs/retention"] == Position("<stdin>", 3, 24)


def test_a_lone_surrogate_is_no_text() -> None:
    with pytest.raises(FactsError, match=r"<stdin>:1:10: name: a control character \(U\+D800\)"):
        _load('{"name": "\\ud800"}')


def test_the_name_s_end_chooses_the_format(tmp_path: Path) -> None:
    for name, text in {"a.JSON": '{\t"name": "x"}', "a.yml": "name: x", "a": "{name: x}"}.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
        document = load(tmp_path / name)
        assert document.company.name == "x"
        assert document.source == str(tmp_path / name)


def test_a_byte_order_mark_is_no_part_of_the_first_key() -> None:
    assert _load(b"\xef\xbb\xbfname: x\n").positions["/name"] == Position("<stdin>", 1, 7)


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class _Input:
        buffer = io.BytesIO(b"name: x\n")

    monkeypatch.setattr("sys.stdin", _Input)
    assert load("-").company.name == "x"
    assert load("-", io.StringIO("name: 示例\n")).company.name == "示例"


def test_python_values_and_texts_are_the_same() -> None:
    values = {"id": "a", "started_on": date(2018, 2, 9), "ended_on": NOT_DONE, "commercial": True}
    texts = {"id": "a", "started_on": "2018-02-09", "ended_on": "not_done", "commercial": "true"}
    assert from_mapping({"services": [values]}).company == from_mapping({"services": (texts,)}).company
