"""Files that cannot be used: every message, with the place that it names."""

import io
from pathlib import Path

import pytest

from hegui.facts import FactsError, load
from hegui.facts.limits import BYTES, VALUES


def _refused(path: Path | str, stream: io.BytesIO | None = None) -> list[str]:
    with pytest.raises(FactsError) as raised:
        load(path, stream)
    return str(raised.value).replace(str(path), "FILE").splitlines()


def _file(folder: Path, content: str | bytes, name: str = "facts.yaml") -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


NEW = "`hegui facts new` writes a template"


def test_no_file(tmp_path: Path) -> None:
    assert _refused(tmp_path / "none.yaml") == [
        f"FILE: there is no such file, expected the path of a YAML or JSON file; {NEW}"
    ]


def test_a_folder(tmp_path: Path) -> None:
    assert _refused(tmp_path) == ["FILE: this is a folder, expected the path of one YAML or JSON file in it"]


def test_a_file_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "open", refuse)
    assert _refused(tmp_path / "x.yaml") == ["FILE: the file may not be read, expected a file that this user may read"]


def test_a_path_that_none_can_be() -> None:
    (problem,) = _refused("a\0b")
    assert "the file cannot be read: embedded null byte" in problem


@pytest.mark.parametrize("name", ["facts.yaml", "facts.json"])
def test_an_empty_file(tmp_path: Path, name: str) -> None:
    expected = f"expected what the company states; {NEW}"
    assert _refused(_file(tmp_path, "", name)) == [f"FILE:1:1: the file is empty, {expected}"]
    assert _refused(_file(tmp_path, " \n\n", name)) == [f"FILE:1:1: the file is empty, {expected}"]


def test_a_file_of_comments(tmp_path: Path) -> None:
    (problem,) = _refused(_file(tmp_path, "# nothing\n"))
    assert problem.startswith("FILE:1:1: the file holds nothing but comments, expected")


def test_a_file_of_100_mb_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    with path.open("wb") as file:
        file.truncate(100 * 2**20)
    assert _refused(path) == [
        "FILE: the file holds 104857600 bytes, expected at most 20971520; split the document, "
        "or set HEGUI_MOST_BYTES (up to 524288000)"
    ]


def test_standard_input_has_the_same_limit() -> None:
    (problem,) = _refused("-", io.BytesIO(b"#" * (BYTES.usual + 1)))
    assert problem.startswith("<stdin>: there are more than 20971520 bytes, expected at most")


def test_latin_1(tmp_path: Path) -> None:
    assert _refused(_file(tmp_path, "name: a\nform: é".encode("latin-1"))) == [
        "FILE:2:7: byte 14 (0xe9) is not UTF-8, expected UTF-8: save the file with that encoding, not GBK or Latin-1"
    ]
    (problem,) = _refused(_file(tmp_path, b"\xef\xbb\xbf" + "公司: é".encode() + b"\xe9"))
    assert problem.startswith("FILE:1:6: byte 13 (0xe9) is not UTF-8")


def test_gbk_and_utf_16(tmp_path: Path) -> None:
    (problem,) = _refused(_file(tmp_path, "name: 示例公司".encode("gbk")))
    assert problem.startswith("FILE:1:8: byte 8 (0xc0) is not UTF-8")
    (problem,) = _refused(_file(tmp_path, "name: x".encode("utf-16")))
    assert problem.startswith("FILE:1:1: the file is UTF-16, expected UTF-8")


@pytest.mark.parametrize("name", ["facts.yaml", "facts.json"])
def test_control_characters(tmp_path: Path, name: str) -> None:
    assert _refused(_file(tmp_path, "{\n 'a\0b': 1}", name)) == [
        "FILE:2:4: a control character (U+0000), expected text without any"
    ]


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ("name: 'a\n", "2:1", "unexpected end of stream"),
        ("name: a: b\n", "1:8", "mapping values are not allowed in this context"),
        ("licence:\n\tnumber: 1\n", "2:1", "spaces for indentation, not tabs"),
        ("services: [a\nname: b\n", "2:", "this is not YAML"),
        ("name: @x\n", "1:7", "quotes around a text that starts with @"),
        ("name: a\n---\nname: b\n", "2:1", "a second document starts here, expected one document a file"),
        ("[a]: b\n", "1:1", "a key that is a list or a mapping"),
        ("{a: b}: c\n", "1:1", "a key that is a list or a mapping"),
        ("name: &a x\n*a : b\n", "2:1", "a key that is an alias"),
        ("name: *a\n", "1:7", "the alias 'a' stands for nothing"),
        ("services: &a [*a]\n", "1:15", "the alias 'a' stands inside what it stands for"),
        ("[" * 100_000, "1:61", "more than 60 levels of nesting"),
        ("- a\n", "1:1", "the facts are a list, expected a mapping of sections"),
        ("hello\n", "1:1", "the facts are 'hello', expected a mapping of sections"),
        ("~\n", "1:1", "the facts are nothing, expected a mapping of sections"),
    ],
)
def test_broken_yaml(tmp_path: Path, content: str, place: str, words: str) -> None:
    (problem,) = _refused(_file(tmp_path, content))
    assert problem.startswith(f"FILE:{place}")
    assert words in problem


@pytest.mark.parametrize(
    ("content", "place", "words"),
    [
        ('{"name": "a"', "1:13", "the end of the file after a value, expected a comma or }"),
        ('{"name": "a",\n}', "2:1", "'}' where a key belongs (a comma before } is one too many)"),
        ('{"services": [1,]}', "1:17", "']' where a value belongs"),
        ('{name: "a"}', "1:2", "'name' where a key belongs, expected a key in \"double quotes\""),
        ('{"name" "a"}', "1:9", "'\"' after the key 'name', expected a colon"),
        ('{"name": NaN}', "1:10", "'NaN' where a value belongs"),
        ('{"name": -Infinity}', "1:10", "'-Infinity' where a value belongs"),
        ('{"name": 010}', "1:10", "'010' where a value belongs"),
        ('{"name": "a\nb"}', "1:12", "a text that is not JSON: invalid control character"),
        ('{"name": "a}', "1:10", "a text that is not JSON: unterminated string"),
        ('{"name": "\\x"}', "1:11", "a text that is not JSON: invalid \\escape"),
        ('{"name": null} // x', "1:16", "'/' after the end of the document"),
        ("[" * 100_000, "1:61", "more than 60 levels of nesting"),
        ("[1]", "1:1", "the facts are a list, expected a mapping of sections"),
        ("null", "1:1", "the facts are nothing, expected a mapping of sections"),
    ],
)
def test_broken_json(tmp_path: Path, content: str, place: str, words: str) -> None:
    (problem,) = _refused(_file(tmp_path, content, "facts.json"))
    assert problem.startswith(f"FILE:{place}: ")
    assert words in problem


def test_aliases_that_explode(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 30)]
    (problem,) = _refused(_file(tmp_path, "\n".join(lines)))
    assert problem.startswith("FILE:6:25: more than 500000 values, those that aliases stand for included, expected")


def test_aliases_that_nest_too_deep(tmp_path: Path) -> None:
    lines = ["a0: &a0 [x]", *(f"a{n}: &a{n} [*a{n - 1}]" for n in range(1, 100))]
    (problem,) = _refused(_file(tmp_path, "\n".join(lines)))
    assert problem.startswith("FILE:59:12: more than 60 levels of nesting")


def test_too_many_values(tmp_path: Path) -> None:
    path = _file(tmp_path, "[" + "1," * VALUES.usual + "1]", "facts.json")
    (problem,) = _refused(path)
    assert problem.startswith("FILE:1:1000000: more than 500000 values")


FACTS = """\
name: 示例公司
nmae: x
name: again
licence:
  registered_capital: "10"
  received_on: 2018-02-30
services:
  - id: sms
    code: !!str B25
    started_on: not-done
  - {id: sms, network: mobil}
  - network: mobile
"""


def test_all_problems_at_once_in_the_order_of_the_file(tmp_path: Path) -> None:
    problems = _refused(_file(tmp_path, FACTS))
    assert [problem.split(", expected ")[0] for problem in problems] == [
        "FILE:2:1: nmae: there is no field 'nmae' (did you mean name?)",
        "FILE:3:1: name: the key 'name' is given twice (first at FILE:1:1)",
        "FILE:5:23: licence.registered_capital: the number '10' is given as a text, because of its quotes",
        "FILE:6:16: licence.received_on: '2018-02-30' is not a day that the calendar has",
        "FILE:9:11: services[sms].code: the tag '!!str'",
        "FILE:10:17: services[sms].started_on: 'not-done' is not a date (did you mean not_done?)",
        "FILE:11:10: services[sms].id: the id 'sms' is taken by services[0] (FILE:8:5)",
        "FILE:11:24: services[sms].network: 'mobil' is none of the words (did you mean mobile?)",
        "FILE:12:5: services[2].id: there is no id",
    ]
    assert problems[4].endswith("expected no tags: the field says what a value means")


JSON_FACTS = """\
{
\t"nmae": "x",
\t"licence": {"registered_capital": "10", "received_on": "2018-02-30"},
\t"services": [{"id": "a", "commercial": "yes", "name": "a", "name": "b"}, {"id": "a"}, 3]
}
"""


def test_all_problems_of_a_json_file(tmp_path: Path) -> None:
    problems = _refused(_file(tmp_path, JSON_FACTS, "facts.json"))
    assert [problem.split(", expected ")[0] for problem in problems] == [
        "FILE:2:2: nmae: there is no field 'nmae' (did you mean name?)",
        "FILE:3:36: licence.registered_capital: the number '10' is given as a text, because of its quotes",
        "FILE:3:57: licence.received_on: '2018-02-30' is not a day that the calendar has",
        "FILE:4:41: services[a].commercial: 'yes' is a text, because of its quotes",
        "FILE:4:61: services[a].name: the key 'name' is given twice (first at FILE:4:48)",
        "FILE:4:82: services[a].id: the id 'a' is taken by services[0] (FILE:4:15)",
        "FILE:4:88: services[2]: '3' where a mapping belongs",
    ]


def test_an_error_in_what_an_alias_repeats_is_told_for_each_use(tmp_path: Path) -> None:
    content = "licence: &a\n  number: x\n  scope: !t []\nlogs: *a\n"
    assert [problem.split(", expected ")[0] for problem in _refused(_file(tmp_path, content))] == [
        "FILE:2:3: logs.number: there is no field 'number'",
        "FILE:3:3: logs.scope: there is no field 'scope'",
        "FILE:3:10: licence.scope: the tag '!t'",
    ]


def test_five_hundred_problems_are_written_out(tmp_path: Path) -> None:
    path = _file(tmp_path, "".join(f"k{n}: 1\n" for n in range(2000)))
    problems = _refused(path)
    assert len(problems) == 501
    assert problems[-1] == "and 1500 more problems"
    with pytest.raises(FactsError) as raised:
        load(path)
    assert len(raised.value.problems) == 2000
