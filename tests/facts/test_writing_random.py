"""Writing into random documents changes what it is to change, and leaves every comment and every other line."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from difflib import SequenceMatcher
from typing import Any

from hypothesis import given, settings

from hegui.facts import NOT_DONE, Word, company_schema
from hegui.facts.pointers import pointer
from hegui.facts.schema import COMPANY
from hegui.facts.source import read_text_located
from hegui.facts.writing import Statement, write_back
from tests.facts.written import as_json, as_yaml, comments_of
from tests.sizes import size
from tests.strategies.changes import plain
from tests.strategies.companies import Case, cases, random_element
from tests.strategies.picking import PICKS, Pick
from tests.strategies.pools import CENTRES, values_of

Place = tuple[tuple[str | int, ...], str, str | None]
"""The parts of a pointer, the table that it belongs to, and its field, or none for the list."""


@settings(max_examples=size(15, full=300))
@given(cases(), PICKS)
def test_yaml_keeps_all_but_what_is_written(case: Case, pick: Pick) -> None:
    text = as_yaml(pick, _with_gaps(pick, plain(case.data)))
    before = read_text_located(text, "facts.yaml").data
    parts, value = _change(pick, before)
    after = write_back(text, {pointer(parts): value})
    assert read_text_located(after, "facts.yaml").data == _put(before, parts, value)
    assert comments_of(after) == comments_of(text)
    # One place is touched: at most a line is another, and lines come in.
    changed = [one for one in _differences(text, after) if one[0] != "insert"]
    assert len(changed) <= 1
    assert all(last - first <= 1 for _, first, last, _, _ in changed)


@settings(max_examples=size(15))
@given(cases(), PICKS)
def test_json_stays_json(case: Case, pick: Pick) -> None:
    text = as_json(pick, _with_gaps(pick, plain(case.data)))
    before = read_text_located(text, "facts.json").data
    parts, value = _change(pick, before)
    after = write_back(text, {pointer(parts): value}, "facts.json")
    assert read_text_located(after, "facts.json").data == _put(before, parts, value)
    assert len(_differences(text, after)) <= 2


def _differences(text: str, after: str) -> list[tuple[str, int, int, int, int]]:
    matcher = SequenceMatcher(None, text.split("\n"), after.split("\n"), autojunk=False)
    return [one for one in matcher.get_opcodes() if one[0] != "equal"]


def _with_gaps(pick: Pick, data: dict[str, Any]) -> dict[str, Any]:
    """Some fields that are not stated, written as empty."""
    for name in pick.some(("name", "form", "services", "licences", "logs"), (0, 2, 5)):
        data.setdefault(name, None)
    return data


def _change(pick: Pick, data: Any) -> tuple[tuple[str | int, ...], Statement]:
    """Somewhere in a document, and what could stand there."""
    centre = pick(CENTRES)
    parts, path, name = pick(list(_places(data)))
    table = company_schema().tables[path]
    if name is not None:
        return parts, _typed(pick(values_of(table.fields[name], centre)), pick)
    if isinstance(parts[-1], int):
        element = random_element(pick, table, "new", centre)
        return parts, {key: _typed(value, pick) for key, value in element.items() if not isinstance(value, list)}
    if table.words is not None and pick((True, False)):
        return parts, [str(one) for one in dict.fromkeys(values_of(table.fields["value"], centre))][:3]
    return parts, []


def _typed(value: Any, pick: Pick) -> Statement:
    """A value of a random document as a program has it, or as it is."""
    if value == "not_done":
        return NOT_DONE
    if isinstance(value, str) and value[:2] in ("19", "20") and value.count("-") == 2 and pick((True, False)):
        return datetime.fromisoformat(value) if ":" in value else date.fromisoformat(value)
    assert isinstance(value, (str, int))
    return value


def _places(data: Any) -> Iterator[Place]:
    """Every field that could be stated, and every list that is not or to which an element can be added."""
    tables = company_schema().tables
    for path in tables[COMPANY].fields:
        yield tuple(path.split(".")), COMPANY, path
    for table in tables.values():
        if table.path == COMPANY or table.derived:
            continue
        for parts, holder in _holders(data, table.parent or COMPANY):
            path = table.path if table.parent == COMPANY else table.name
            at = (*parts, *path.split("."))
            listed = _at(holder, path.split("."))
            if listed is None:
                yield at, table.path, None
            elif isinstance(listed, list) and table.words is None:
                yield (*at, len(listed)), table.path, None
                for number, _ in enumerate(listed):
                    yield from ((((*at, number, name)), table.path, name) for name in table.fields if name != "id")


def _holders(data: Any, path: str) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    if path == COMPANY:
        yield (), data
        return
    table = company_schema().tables[path]
    for parts, holder in _holders(data, table.parent or COMPANY):
        name = path if table.parent == COMPANY else table.name
        listed = _at(holder, name.split("."))
        if isinstance(listed, list):
            at = (*parts, *name.split("."))
            yield from (((*at, number), one) for number, one in enumerate(listed))


def _at(of: Any, names: list[str]) -> Any:
    for name in names:
        of = of.get(name) if isinstance(of, Mapping) else None
    return of


def _put(data: Any, parts: tuple[str | int, ...], value: Statement) -> Any:
    """What the document is to hold, worked out without the code under test."""
    copied = _copied(data)
    holder = copied
    for part in parts[:-1]:
        if isinstance(holder, dict) and holder.get(str(part)) is None:
            holder[str(part)] = {}
        holder = holder[part]
    last = parts[-1]
    if isinstance(holder, list) and last == len(holder):
        holder.append(_told(value))
    else:
        holder[last] = _told(value)
    return copied


def _copied(data: Any) -> Any:
    if isinstance(data, dict):
        return {key: _copied(one) for key, one in data.items()}
    return [_copied(one) for one in data] if isinstance(data, list) else data


def _told(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _told(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_told(one) for one in value]
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Word):
        return value.value
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)
