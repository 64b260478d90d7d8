"""Data stay data: no file that hegui reads can make it run code, open a connection or take what it was not given."""

import os
import socket
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from hegui.engine.audit import Auditor
from hegui.engine.compiled import CompiledEngine
from hegui.engine.ruleset import load_ruleset
from hegui.engine.store import StoreError, decode
from hegui.facts import from_mapping
from hegui.facts.as_of import AsOf
from tests.cli.running import MAIN, MAIN_DAY, ROOT, Run
from tests.rulesets.mistakes import FILES, write
from tests.rulesets.packaged import MIIT_B25

_LAUNCHES = ROOT / "examples" / "launches"


@pytest.fixture
def touched(tmp_path: Path) -> Path:
    """A file that is there once code of an attack has run."""
    return tmp_path / "touched"


def tags(touched: Path) -> list[str]:
    return [
        f'!!python/object/apply:pathlib.Path.touch [!!python/object/apply:pathlib.Path ["{touched}"]]',
        f'!!python/object/new:os.system ["touch {touched}"]',
        "!!python/name:os.system",
        "!!python/module:os",
    ]


@pytest.mark.parametrize("number", range(4))
@pytest.mark.parametrize("place", ["facts", "launch", "waivers", "ruleset"])
def test_a_tag_of_yaml_makes_no_object(hegui: Run, tmp_path: Path, touched: Path, place: str, number: int) -> None:
    text = tags(touched)[number]
    file = tmp_path / "given.yaml"
    file.write_text(
        f"name: {text}\n" if place == "facts" else f"waivers: {text}\n" if place == "waivers" else f"on: {text}\n"
    )
    if place == "ruleset":
        write(tmp_path / "law", {**FILES, "readings.yaml": f"readings: {text}\n"})
    ran = {
        "facts": lambda: hegui("audit", file),
        "launch": lambda: hegui("gate", file, "--facts", _LAUNCHES / "facts.yaml"),
        "waivers": lambda: hegui("audit", MAIN, "--as-of", MAIN_DAY, "--waivers", file),
        "ruleset": lambda: hegui("audit", MAIN, "--as-of", MAIN_DAY, "--ruleset", f"{tmp_path / 'law'}/"),
    }[place]()
    assert (ran.code, ran.out) == (2, "")
    assert not touched.exists()


@pytest.mark.parametrize(
    "condition",
    [
        "__import__('os').system('touch {}')",
        "().__class__.__bases__[0].__subclasses__()",
        "it.__class__.__init__.__globals__",
        "(lambda: 1)()",
        "[x for x in ().__class__.__mro__]",
        "f'{{open(1)}}'",
        "exec('1')",
        "9**9**9**9 == 1",
    ],
)
def test_a_condition_is_parsed_and_never_run(tmp_path: Path, touched: Path, condition: str) -> None:
    from hegui.engine.ruleset import RulesetError

    clause = FILES["clauses/01.yaml"].replace(
        "it.network == 'internet' and running(it)", yaml.safe_dump(condition.format(touched), width=10**6).strip()
    )
    write(tmp_path / "law", {**FILES, "clauses/01.yaml": clause})
    with pytest.raises(RulesetError):
        load_ruleset(tmp_path / "law")
    assert not touched.exists()


def test_the_id_of_a_norm_is_no_code(tmp_path: Path, touched: Path) -> None:
    """The compiled engine writes Python, in which an id stands: to the letter, whatever is in it."""
    for quote in ('"""', "'''", '"', "'", "\\", "\n    "):
        hostile = f"N-1{quote}; __import__('pathlib').Path({str(touched)!r}).touch(); {quote}"
        text = FILES["clauses/01.yaml"].replace("  N-2:", "  N-0:").replace("N-1", "HOSTILE").replace("N-2", "N-0")
        data: dict[str, Any] = yaml.load(text, yaml.BaseLoader)
        data["norms"][hostile] = data["norms"].pop("HOSTILE")
        data["norms"]["N-0"]["follows_from"] = [hostile]
        data["text"][1]["norms"] = [hostile, "N-0"]
        folder = tmp_path / f"law{abs(hash(quote))}"
        write(folder, {**FILES, "clauses/01.yaml": yaml.safe_dump(data, allow_unicode=True)})
        ruleset = load_ruleset(folder)
        document = from_mapping({"services": [{"id": "a", "network": "internet", "started_on": "2018-01-01"}]})
        for engine in ("compiled", "rete"):
            report = Auditor(ruleset, engine=engine).audit(document, AsOf.parse("2018-06-01"))
            assert {one.norm for one in report.findings} == {hostile}
    assert not touched.exists()


def test_what_the_compiled_engine_writes_has_no_builtins() -> None:
    engine = CompiledEngine(load_ruleset(MIIT_B25).norms.values())
    function: Any = next(iter(engine._functions.values()))
    assert function.__globals__["__builtins__"] == {}


def test_no_code_is_kept_in_the_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HEGUI_CACHE_DIR", str(tmp_path))
    ruleset = load_ruleset(MIIT_B25)
    for engine in ("compiled", "rete"):
        Auditor(ruleset, engine=engine)
    kept = [one.read_text(encoding="utf-8") for one in tmp_path.iterdir()]
    assert kept
    assert not [one for one in kept if "def " in one or "lambda" in one]


@pytest.mark.parametrize(
    "stored", [b'[["Popen", "true"]]', b'[["type", "x"]]', b'[["Variable"]]', b'[["words", "os"]]']
)
def test_what_is_kept_makes_records_of_a_closed_list_only(stored: bytes) -> None:
    with pytest.raises(StoreError):
        decode(stored)


def test_a_name_from_the_cache_that_is_none_is_not_written_as_code(tmp_path: Path, touched: Path) -> None:
    """A tree that no parser made: its names are looked at before they become source."""
    from msgspec.structs import replace

    from hegui.engine.language.tree import Cell
    from hegui.engine.language.walk import subtrees

    norm = next(iter(load_ruleset(MIIT_B25).norms.values()))
    cell = next(one for one in subtrees(norm.breach) if isinstance(one, Cell))
    evil = replace(cell, row=replace(cell.row, name=f"__import__('os').system('touch {touched}')"))
    from hegui.engine.language.tree import Truth

    with pytest.raises(ValueError, match="is no name"):
        CompiledEngine([replace(norm, breach=Truth(evil))])
    assert not touched.exists()


@pytest.mark.parametrize("citation", ["{number:>999999999999}", "{number.__class__.__mro__}", "{}", "{0}", "{", "}"])
def test_a_citation_is_no_format_of_python(tmp_path: Path, citation: str) -> None:
    head = FILES["ruleset.yaml"].replace('"示例 {number}"', f"'{citation}'")
    write(tmp_path / "law", {**FILES, "ruleset.yaml": head})
    report = Auditor(load_ruleset(tmp_path / "law")).audit(from_mapping({"services": []}), AsOf.parse("2018-06-01"))
    assert {one.citation for one in report.findings} == {f"{citation} 第一条"}


@pytest.mark.parametrize("attack", ["{{ 7 * 7 }}", "{% include '/etc/passwd' %}", "{{ self.__init__.__globals__ }}"])
def test_no_text_is_a_template(hegui: Run, tmp_path: Path, attack: str) -> None:
    file = tmp_path / "report.html"
    hegui(
        "audit", "-", "--as-of", MAIN_DAY, "--output", f"html={file}", stdin=yaml.safe_dump({"name": attack}).encode()
    )
    page = file.read_text(encoding="utf-8")
    assert attack.replace("'", "&#39;") in page


def test_an_installed_ruleset_is_found_without_being_imported(
    hegui: Run, tmp_path: Path, touched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    package, dist = tmp_path / "evil_law", tmp_path / "evil_law-1.dist-info"
    package.mkdir()
    dist.mkdir()
    (package / "__init__.py").write_text(f"import pathlib; pathlib.Path({str(touched)!r}).touch()\n")
    write(package, FILES)
    (dist / "METADATA").write_text("Metadata-Version: 2.1\nName: evil-law\nVersion: 1\n")
    (dist / "entry_points.txt").write_text("[hegui.rulesets]\nevil = evil_law\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "-q").code == 1
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, "-q", "--ruleset", "evil").code != 2
    assert not touched.exists()


def test_nothing_is_asked_of_a_network(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refused(*_: object, **__: object) -> None:
        raise AssertionError("a connection was opened, or a process started")

    for name in ("connect", "connect_ex", "sendto", "bind"):
        monkeypatch.setattr(socket.socket, name, refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(subprocess, "Popen", refused)
    monkeypatch.setattr(os, "system", refused)
    outputs = [("--output", f"{name}={tmp_path / name}") for name in ("html", "xlsx", "sarif", "ics")]
    assert hegui("audit", MAIN, "--as-of", MAIN_DAY, *(one for pair in outputs for one in pair)).code == 1


def test_the_environment_is_in_no_report(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GITHUB_TOKEN", "CI_JOB_TOKEN", "AWS_SECRET_ACCESS_KEY", "HEGUI_SECRET"):
        monkeypatch.setenv(name, "hush-hush")
    names = ("json", "html", "sarif", "junit", "gitlab", "csv", "markdown")
    outputs = [("--output", f"{name}={tmp_path / name}") for name in names]
    ran = hegui("audit", MAIN, "--as-of", MAIN_DAY, "-v", *(one for pair in outputs for one in pair))
    written = [(tmp_path / name).read_text(encoding="utf-8") for name in names]
    assert not [one for one in (ran.out, ran.err, *written) if "hush-hush" in one]
    assert os.environ["HEGUI_SECRET"] == "hush-hush"
