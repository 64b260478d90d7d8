"""Random files: the two formats say the same, values keep their places, and nothing crashes the loader."""

import io
import json
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from hegui.facts import Document, FactsError, Position, Problem, from_mapping, load
from hegui.facts.source_json import read_json
from tests.facts.documents import documents


def _load(text: str) -> Document:
    return load("-", io.BytesIO(text.encode()))


_FLOW = "# standard input that starts with a brace would be JSON\n"


@given(documents())
def test_yaml_json_and_plain_data_are_the_same(data: dict[str, Any]) -> None:
    plain = from_mapping(data).company
    assert _load(json.dumps(data)).company == plain
    assert _load(json.dumps(data, ensure_ascii=False, indent="\t")).company == plain
    assert _load(yaml.safe_dump(data, allow_unicode=True, sort_keys=False)).company == plain
    assert _load(_FLOW + yaml.safe_dump(data, default_flow_style=True, width=40)).company == plain


@given(documents())
def test_what_a_model_dumps_states_the_same(data: dict[str, Any]) -> None:
    company = from_mapping(data).company
    assert from_mapping(company.model_dump()).company == company
    assert from_mapping(company.model_dump(mode="json")).company == company
    assert from_mapping(json.loads(company.model_dump_json(exclude_unset=True))).company == company


def _at(text: str, position: Position) -> str:
    return text.split("\n")[position.line - 1][position.column - 1 :]


@given(documents())
def test_a_json_value_stands_at_its_place(data: dict[str, Any]) -> None:
    text = json.dumps(data, ensure_ascii=False, indent=2)
    document = _load(text)
    for pointer, position in document.positions.items():
        value: Any = data
        for part in pointer.split("/")[1:]:
            value = value[int(part) if isinstance(value, list) else part]
        written = json.dumps(value, ensure_ascii=False)
        assert _at(text, position).startswith(written[0] if isinstance(value, (dict, list)) else written)


def _marks(node: yaml.Node, pointer: str = "") -> dict[str, tuple[int, int]]:
    """The places of PyYAML's own nodes."""
    found = {pointer: (node.start_mark.line + 1, node.start_mark.column + 1)}
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            found |= _marks(value, f"{pointer}/{key.value}")
    elif isinstance(node, yaml.SequenceNode):
        for n, value in enumerate(node.value):
            found |= _marks(value, f"{pointer}/{n}")
    return found


@given(documents(), st.booleans())
def test_a_yaml_value_stands_at_its_place(data: dict[str, Any], flow: bool) -> None:
    text = _FLOW + yaml.safe_dump(data, allow_unicode=True, default_flow_style=flow)
    root = yaml.compose(text, Loader=yaml.SafeLoader)
    assert root is not None
    found = {pointer: (place.line, place.column) for pointer, place in _load(text).positions.items()}
    assert found == _marks(root)


@given(documents(), st.randoms(use_true_random=False))
def test_the_order_of_keys_does_not_matter(data: dict[str, Any], random: Any) -> None:
    def shuffled(value: Any) -> Any:
        if isinstance(value, list):
            return [shuffled(inner) for inner in value]
        if not isinstance(value, dict):
            return value
        items = [(key, shuffled(inner)) for key, inner in value.items()]
        random.shuffle(items)
        return dict(items)

    assert from_mapping(shuffled(data)).company == from_mapping(data).company


_SNIPPETS = [
    "name",
    "licence",
    "services",
    "id",
    "not_done",
    "2018-02-30",
    ":",
    "-",
    "{",
    "}",
    "[",
    "]",
    '"',
    "'",
    "&a",
    "*a",
    "!t",
    "|",
    ">",
    "#",
    ",",
    "~",
    "\\u",
    "null",
    "1e5",
    "%",
    "?",
    "---",
]
_SNIPPETS += [" ", "\n", "- ", "\t", "\ud800", "\x00", "\ufeff"]


def _survives(data: bytes) -> None:
    problems: tuple[Problem, ...] | None = None
    try:
        load("-", io.BytesIO(data))
    except FactsError as error:
        problems = error.problems
    assert problems is None or (problems and all(str(problem) for problem in problems))


@given(st.text() | st.lists(st.sampled_from(_SNIPPETS), max_size=30).map("".join))
@example("? []\n: x")
@example("name: !<> x")
@example("%YAML 3.0\n---\nname: x")
def test_no_text_crashes_the_loader(text: str) -> None:
    data = text.encode("utf-8", "surrogatepass")
    _survives(data)
    _survives(b"{" + data)


@given(st.binary())
def test_no_bytes_crash_the_loader(data: bytes) -> None:
    _survives(data)


@given(documents(), st.data())
def test_no_damage_crashes_the_loader(data: dict[str, Any], draws: st.DataObject) -> None:
    text = draws.draw(st.sampled_from([json.dumps(data), yaml.safe_dump(data)]))
    start = draws.draw(st.integers(0, len(text)))
    end = draws.draw(st.integers(start, min(len(text), start + 5)))
    damaged = text[:start] + draws.draw(st.sampled_from(["", "x", '"', "{", "\n"])) + text[end:]
    _survives(damaged.encode())


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
)


@given(_JSON, st.data())
def test_json_is_what_the_standard_library_takes(value: Any, draws: st.DataObject) -> None:
    text = json.dumps(value, ensure_ascii=draws.draw(st.booleans()))
    cut = draws.draw(st.integers(0, len(text)))
    damaged = text[:cut] + draws.draw(st.sampled_from(["", ",", '"', "\n", "1", "]", "-", "."])) + text[cut:]

    def strict(constant: str) -> None:
        raise ValueError(constant)

    for written in (text, damaged):
        try:
            json.loads(written, parse_constant=strict)
            taken = True
        except ValueError:
            taken = False
        try:
            assert (read_json(written, "x") is not None) == taken
        except FactsError:
            assert not taken
