"""docs/writing-rules.md: every snippet runs, and the reference of the language is the language."""

import doctest
import re
import shlex
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pytest

from hegui.cli import main as hegui
from hegui.engine.language import tree
from hegui.engine.language.errors import LanguageError
from hegui.engine.language.functions import FUNCTIONS
from hegui.engine.language.parse import parse_condition, parse_expression
from hegui.engine.language.scope import Scope
from hegui.engine.language.tree import SUBJECT, Variable
from hegui.engine.language.walk import subtrees
from hegui.engine.quality import coverage_of, lint, mutation_scores, run_norm_tests
from hegui.engine.ruleset import load_ruleset
from hegui.engine.ruleset.clause import read_norm
from hegui.engine.ruleset.parsed import parse_files
from hegui.engine.ruleset.section import Problems, Section
from hegui.engine.ruleset.tables import read_concepts
from hegui.facts.schema import company_schema
from scripts import rule_functions
from tests.docs.guide import GUIDE, ROOT, Block, blocks

RULESET: Final = ROOT / "rulesets" / "miit_b25"
BLOCKS: Final = blocks()
SAME: Final = doctest.OutputChecker()
"""Compares what a command gives with what the guide shows; `...` there stands for more."""


def written(folder: Path) -> None:
    """Put the guide's files where they belong, as far as the guide has come: all of them."""
    for block in BLOCKS:
        write(block, folder)


def write(block: Block, folder: Path) -> bool:
    """Whether the block is of a file, which is then written."""
    kind, _, name = block.remark.partition(": ")
    path = folder / name
    if kind == "file":
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(block.text, encoding="utf-8")
    elif kind == "more of":
        path.write_text(path.read_text(encoding="utf-8") + block.text, encoding="utf-8")
    elif kind == "lines of":
        text = path.read_text(encoding="utf-8")
        for line in block.lines:
            key = line.partition(":")[0]
            text, count = re.subn(rf"^{key}:.*$", line, text, flags=re.MULTILINE)
            assert count == 1, f"{name} has one line {key}"
        path.write_text(text, encoding="utf-8")
    else:
        return False
    return True


def commands(block: Block) -> Iterator[tuple[str, str]]:
    """Each command of a console block with the output that stands below it."""
    parts = re.split(r"^\$ ", block.text, flags=re.MULTILINE)
    assert parts[0] == "", "a console block begins with a command"
    for part in parts[1:]:
        command, _, output = part.partition("\n")
        yield command, output


def run(command: str) -> int:
    first, *arguments = shlex.split(command)
    assert first == "hegui", f"the guide runs no such command: {command}"
    return hegui(arguments)


@pytest.fixture(scope="module")
def scope() -> Scope:
    """What a condition of the licence's ruleset can name."""
    ruleset = load_ruleset(RULESET)
    concepts = {name: concept.declaration for name, concept in ruleset.concepts.items()}
    return Scope(company_schema(), readings=ruleset.settings, concepts=concepts)


def about(scope: Scope, subject: str) -> Scope:
    return Scope(scope.schema, {SUBJECT: Variable(SUBJECT, subject)}, {}, scope.readings, scope.concepts)


def test_every_block_says_what_it_is() -> None:
    assert [block.line for block in BLOCKS if block.language != "table" and not block.remark] == []


def test_the_guide_runs_from_its_first_block_to_its_last(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("COLUMNS", raising=False)
    for block in BLOCKS:
        if write(block, tmp_path) or not block.remark.startswith("run"):
            continue
        monkeypatch.chdir(ROOT if "in the checkout" in block.remark else tmp_path)
        code = int(block.remark.partition("exit code ")[2] or 0)
        for command, expected in commands(block):
            capsys.readouterr()
            assert (command, run(command)) == (command, code), capsys.readouterr().err
            captured = capsys.readouterr()
            if expected:
                found = captured.out + captured.err
                assert SAME.check_output(expected, found, doctest.ELLIPSIS), found


def test_the_ruleset_of_the_guide_is_right_complete_and_pinned(tmp_path: Path) -> None:
    written(tmp_path)
    folder = tmp_path / "rules"
    tests = list(run_norm_tests(folder))
    assert [(test.norm, test.failures, test.not_shown) for test in tests] == [("C-1-a", (), ())]
    assert lint(folder) == ()
    assert coverage_of(load_ruleset(folder)).complete
    assert [score.survivors for score in mutation_scores(folder)] == [()]


@pytest.mark.parametrize(
    ("kind", "subject", "expression"),
    [
        (kind, subject, expression)
        for block in BLOCKS
        for kind, _, subject in [block.remark.partition(": ")]
        if kind in ("values", "conditions")
        for expression in block.expressions
    ],
)
def test_an_expression_of_the_reference(scope: Scope, kind: str, subject: str, expression: str) -> None:
    parse = parse_condition if kind == "conditions" else parse_expression
    parse(expression, about(scope, subject))


def test_the_reference_has_every_form_of_expression(scope: Scope) -> None:
    forms: set[type] = set()
    for block in BLOCKS:
        kind, _, subject = block.remark.partition(": ")
        if kind in ("values", "conditions"):
            parse = parse_condition if kind == "conditions" else parse_expression
            for expression in block.expressions:
                forms |= {type(part) for part in subtrees(parse(expression, about(scope, subject)))}
    forms |= {tree.Call for block in BLOCKS if "days_after(" in block.text}
    every = set(tree.Condition.__args__) | set(tree.Value.__args__)
    assert every - forms == set()


def test_what_is_refused_is_refused_with_these_words(scope: Scope) -> None:
    [block] = [block for block in BLOCKS if block.remark.startswith("mistakes: ")]
    subject = block.remark.partition(": ")[2]
    for expression, row in zip(block.expressions, block.rows, strict=True):
        with pytest.raises(LanguageError) as raised:
            parse_condition(expression, about(scope, subject))
        said = raised.value.what + (f" ({raised.value.hint})" if raised.value.hint else "")
        assert (expression, row[1]) == (expression, said)


def test_the_fragments_of_norms_and_concepts_load(scope: Scope) -> None:
    for block in BLOCKS:
        if block.remark == "norm":
            assert norm_problems(f"    title: {{zh: 例, en: e}}\n{block.text}", scope)[0] == []
        elif block.remark == "concepts":
            problems = Problems()
            read_concepts(section(block.text, problems), company_schema(), scope.readings)
            assert problems.found == []


def test_the_table_of_keys_has_every_key_of_a_norm(scope: Scope) -> None:
    [block] = [block for block in BLOCKS if block.lines[0] == "| key | |"]
    told = {key.strip("` ") for row in block.rows for key in row[0].split(", ")}
    _, asked = norm_problems("    title: {zh: 例, en: e}\n    subject: services\n    forbids: it.commercial\n", scope)
    assert told == asked


def test_the_table_of_functions_is_that_of_the_functions() -> None:
    guide = GUIDE.read_text(encoding="utf-8")
    assert rule_functions.with_table(guide) == guide, "run `make norm-pages`"
    assert set(FUNCTIONS) == {row.partition("`")[2].partition("(")[0] for row in rule_functions.function_table()[2:]}


def test_the_links_of_the_guide_lead_somewhere() -> None:
    targets = re.findall(r"\]\(([^)#]+)", GUIDE.read_text(encoding="utf-8"))
    assert [target for target in targets if not (GUIDE.parent / target).exists()] == []


def section(text: str, problems: Problems) -> Section:
    """A section of a snippet of YAML."""
    file = parse_files(Path("guide"), {"snippet.yaml": text.encode()}).files["snippet.yaml"]
    assert isinstance(file.data, Mapping)
    return Section(file.data, "", file, problems, "")


def norm_problems(text: str, scope: Scope) -> tuple[list[str], set[str]]:
    """What is wrong with a norm's conditions, and the keys that the loader asks for; the words are filled in."""
    filled = (
        "    modality: obligation\n    message: {zh: 例, en: e}\n    remedy: {zh: 例, en: e}\n    since: '1'\n"
        "    severity: {level: minor, because: {zh: 例, en: e}}\n"
    )
    problems = Problems()
    one = section(text + filled, problems)
    read_norm("X-1", "1", one, scope, {}, {})
    asked = set(one._asked)
    return [str(problem) for problem in problems.found], asked
