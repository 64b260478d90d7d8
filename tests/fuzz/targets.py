"""What is fuzzed: a kind of file, where examples of it are found, and the commands that read it."""

import io
import json
import shutil
import zipfile
import zlib
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from tests.cli.running import CLEAN_DAY, LICENCE, ROOT
from tests.facts.questionnaire.books import filled
from tests.fuzz.running import ends_well

__all__ = ["TARGETS", "Target"]

_EXAMPLES: Final = ROOT / "examples"
_POLICY: Final = _EXAMPLES / "policy"
_LAUNCHES: Final = _EXAMPLES / "launches"
_WITH: Final = ("--engine", "compiled", "--as-of", CLEAN_DAY)
_RULES: Final = f"{_POLICY}/"
"""A small ruleset, by which more inputs can be tried in the same time."""
_SMALL: Final = (*_WITH, "--ruleset", _RULES)

Seeds = Callable[[], tuple[bytes, ...]]


class Target(NamedTuple):
    """A kind of file: some that are right, and what runs commands on one that may be anything, in an empty folder."""

    seeds: Seeds
    run: Callable[[bytes, Path], object]


def _one_of(data: bytes, choices: tuple[tuple[object, ...], ...]) -> tuple[object, ...]:
    """One of some commands, always the same one for the same input."""
    return choices[zlib.crc32(data) % len(choices)]


def _file(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def _facts(name: str) -> Callable[[bytes, Path], object]:
    def run(data: bytes, folder: Path) -> object:
        file = _file(folder, name, data)
        if ends_well("facts", "validate", file) != 0:
            return None
        command = _one_of(
            data,
            (
                ("audit", file, *_SMALL),
                ("audit", file, *_SMALL, "-v", "--lang", "en", "--width", "80"),
                ("audit", file, "--engine", "rete", "--as-of", CLEAN_DAY, "--format", "json"),
                ("audit", file, *_SMALL, "--format", "sarif"),
                ("audit", file, *_SMALL, "--format", "markdown"),
                ("audit", file, *_SMALL, "--format", "html"),
                ("audit", file, *_SMALL, "--output", f"xlsx={folder / 'report.xlsx'}"),
                ("deadlines", file, *_WITH, "--format", "ics"),
                ("questions", file, "--as-of", CLEAN_DAY, "--ruleset", _RULES),
                ("timeline", file, "--from", "2019-01-01", "--to", "2019-03-01", "--ruleset", _RULES),
                ("explain", "SP-09-f", "--facts", file, "--as-of", CLEAN_DAY),
                ("fix", file, "--as-of", CLEAN_DAY, "--ruleset", _RULES),
            ),
        )
        return ends_well(*command)

    return run


def _read(*paths: Path) -> Seeds:
    return lambda: tuple(path.read_bytes() for path in paths)


@cache
def _json_facts() -> tuple[bytes, ...]:
    import yaml

    return tuple(
        json.dumps(yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader), ensure_ascii=False).encode()
        for path in (_POLICY / "facts.yaml", _EXAMPLES / "licence" / "facts.yaml")
    )


_PARTS: Final = ("ruleset.yaml", "concepts.yaml", "readings.yaml", "bases.yaml")


def _policy_files() -> tuple[Path, ...]:
    return (*(_POLICY / name for name in _PARTS), *sorted((_POLICY / "clauses").glob("*.yaml")))


def _ruleset(data: bytes, folder: Path) -> object:
    """A ruleset of which one file is this: the one whose beginning it has, or the first clause's."""
    copied = folder / "policy"
    if not copied.exists():
        shutil.copytree(_POLICY, copied)
    names = [str(path.relative_to(_POLICY)) for path in _policy_files()]
    heads = {path.read_bytes()[:8]: name for path, name in zip(_policy_files(), names, strict=True)}
    replaced = copied / heads.get(data[:8], names[-1])
    right = replaced.read_bytes()
    replaced.write_bytes(data)
    try:
        if ends_well("norms", "list", "--ruleset", f"{copied}/") == 0:
            command = _one_of(
                data,
                (
                    ("norms", "test", copied),
                    ("norms", "lint", copied),
                    ("norms", "coverage", copied),
                    ("audit", _POLICY / "facts.yaml", *_WITH, "--ruleset", f"{copied}/"),
                    ("audit", _POLICY / "facts.yaml", "--as-of", CLEAN_DAY, "--engine", "rete", "--ruleset", copied),
                ),
            )
            ends_well(*command)
    finally:
        replaced.write_bytes(right)
    return None


def _launch(data: bytes, folder: Path) -> object:
    file = _file(folder, "launch.yaml", data)
    return ends_well("gate", file, "--facts", _LAUNCHES / "facts.yaml", "--allow-past")


_WAIVERS: Final = """\
waivers:
  - norm: SP-12-a
    subject: 西安客服
    reason: 机构搬迁中
    owner: 合规部
    approved_on: 2019-06-20
    expires_on: 2019-07-31
  - {norm: SP-01-a, subject: company, reason: "a: b", owner: b, approved_on: 2019-01-01, expires_on: 2020-01-01}
"""


def _waivers(data: bytes, folder: Path) -> object:
    file = _file(folder, "waivers.yaml", data)
    return ends_well("waivers", "check", file, _POLICY / "facts.yaml", "--as-of", CLEAN_DAY, "--ruleset", _RULES)


def _baseline(data: bytes, folder: Path) -> object:
    file = _file(folder, "former.json", data)
    return ends_well("audit", _POLICY / "facts.yaml", *_SMALL, "--baseline", file)


@cache
def _reports() -> tuple[bytes, ...]:
    import hegui
    from hegui.engine.ruleset import load_ruleset
    from hegui.reports.as_json import to_json

    report = hegui.audit(_POLICY / "facts.yaml", CLEAN_DAY, load_ruleset(_POLICY), engine="compiled")
    return (to_json(report).encode(),)


def _licence(data: bytes, folder: Path) -> object:
    return ends_well("facts", "import", _file(folder, "licence.txt", data), "--output", "-")


@cache
def _books() -> tuple[bytes, ...]:
    services = {"B5": "短信", "C5": "B25", "D5": "2018-02-09"}
    return (filled({"业务": services}), filled({"业务": {**services, "B6": "=1+1"}}))


def _workbook(data: bytes, folder: Path) -> object:
    return ends_well("facts", "import", _file(folder, "answers.xlsx", data), "--output", "-")


_SHEET: Final = "xl/worksheets/sheet"


def _parts_of(book: bytes) -> Mapping[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(book)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@cache
def _xml() -> tuple[bytes, ...]:
    return tuple(part for name, part in _parts_of(_books()[0]).items() if name.endswith((".xml", ".rels")))


def _workbook_part(data: bytes, folder: Path) -> object:
    """A workbook of which one part is this: the one that ends as it does, or the first sheet's."""
    parts = dict(_parts_of(_books()[0]))
    names = [name for name in parts if parts[name][-12:] == data[-12:]] or [f"{_SHEET}1.xml"]
    parts[names[zlib.crc32(data) % len(names)]] = data
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return _workbook(packed.getvalue(), folder)


TARGETS: Final[Mapping[str, Target]] = {
    "facts_yaml": Target(_read(_POLICY / "facts.yaml", _EXAMPLES / "licence" / "facts.yaml"), _facts("f.yaml")),
    "facts_json": Target(_json_facts, _facts("f.json")),
    "ruleset": Target(_read(*_policy_files()), _ruleset),
    "launch": Target(_read(*(p for p in sorted(_LAUNCHES.glob("*.yaml")) if p.name != "facts.yaml")), _launch),
    "waivers": Target(lambda: (_WAIVERS.encode(),), _waivers),
    "baseline": Target(_reports, _baseline),
    "licence": Target(_read(LICENCE), _licence),
    "questionnaire": Target(_books, _workbook),
    "questionnaire_part": Target(_xml, _workbook_part),
}
"""By name."""
