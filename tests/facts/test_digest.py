"""The digest of facts: the same for the same statements, another for others."""

from pathlib import Path

import pytest

from hegui.facts import load
from hegui.facts.digest import facts_digest
from hegui.facts.source import NamedText, read_text
from hegui.facts.text import document_of

FACTS = """\
name: 示例摘要有限公司(虚构)
licence:
  number: B2-20990001
services:
  - {id: sms, started_on: 2017-05-30, regions: [北京, 陕西]}
  - {id: im, started_on: not_done}
complaints: []
"""


def digest(text: str, file: str = "facts.yaml") -> str:
    return facts_digest(document_of(text, file).company)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("services:", "\n# a comment\nservices:"),
        ("{id: im, started_on: not_done}", "{started_on: 未办理, id: im}"),
        ("  number: B2-20990001", '  number: "B2-20990001"'),
        ("licence:", "form:\nlicence:"),
        ("licence:", "community: {}\nlicence:"),
        ("2017-05-30", "2017-05-30 "),
    ],
)
def test_how_it_is_written_does_not_matter(old: str, new: str) -> None:
    assert old in FACTS
    assert digest(FACTS.replace(old, new)) == digest(FACTS)


def test_json_that_states_the_same_has_the_same_digest() -> None:
    text = (
        '{"complaints": [], "services": [{"id": "sms", "started_on": "2017-05-30", "regions": ["陕西", "北京"]}, '
        '{"id": "im", "started_on": "not_done"}], "licence": {"number": "B2-20990001"}, '
        '"name": "示例摘要有限公司(虚构)"}'
    )
    swapped = text.replace('"陕西", "北京"', '"北京", "陕西"')
    assert digest(swapped, "facts.json") == digest(FACTS)
    assert digest(text, "facts.json") != digest(FACTS)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("complaints: []\n", ""),
        ("not_done", "2018-01-01"),
        (", started_on: not_done", ""),
        ("2017-05-30", "2017-05-31"),
        ("id: im", "id: in"),
        ("complaints: []", "complaints: []\npartial: [services]"),
        ("complaints: []", "sources: [{path: services, valid_until: 2018-01-01}]\ncomplaints: []"),
    ],
)
def test_whatever_is_stated_matters(old: str, new: str) -> None:
    assert old in FACTS
    assert digest(FACTS.replace(old, new)) != digest(FACTS)


def test_a_text_that_was_read_stands_for_its_file(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_bytes(b"\xef\xbb\xbf" + FACTS.encode())
    text = read_text(path)
    assert text == NamedText(str(path), FACTS)
    path.unlink()
    document = load(text)
    assert (document.source, facts_digest(document.company)) == (str(path), digest(FACTS))
    position = document.position("/services/0")
    assert position is not None
    assert (position.file, position.line) == (str(path), 5)
