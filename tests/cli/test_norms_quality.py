"""`hegui norms coverage|test|lint|new`, on the licence's ruleset and on a folder of one's own."""

import json
import re
import shutil
import stat
from pathlib import Path

import pytest

from hegui.engine.quality.scaffold import new_norm
from tests.cli.running import LICENCE, ROOT, Run

MIIT = ROOT / "rulesets" / "miit_b25"


@pytest.fixture
def policy(hegui: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A ruleset with one clause and one norm, as the command makes it; the command runs beside it."""
    monkeypatch.chdir(tmp_path)
    assert hegui("norms", "new", "POL-1-a", "policy").code == 0
    return Path("policy")


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def complete(policy: Path) -> None:
    """Writes what is still to be written of the norm."""
    file = policy / "clauses" / "01.yaml"
    text = file.read_text(encoding="utf-8")
    text = text.replace('{zh: "", en: ""}', "{zh: 甲, en: a}").replace("documents: []", "documents: [章程]")
    text = text.replace("bases: []", "bases: [LAW-1]").replace("== 'limited_liability'", "in ('limited_liability',)")
    file.write_text(text, encoding="utf-8")
    (policy / "bases.yaml").write_text(
        "instruments: {LAW: {title: 示例法, effective_from: 2010-01-01}}\n"
        "bases: {LAW-1: {instrument: LAW, article: 第一条, kind: basis, gist: {zh: 甲, en: a}, verified: 'no'}}\n",
        encoding="utf-8",
    )


# coverage


def test_the_copy_of_the_licence_is_the_licence() -> None:
    assert (MIIT / "licence.txt").read_bytes() == LICENCE.read_bytes()


def test_the_licence_is_covered_face_to_signatures(hegui: Run) -> None:
    ran = hegui("norms", "coverage", "--format", "json")
    assert (ran.code, ran.err) == (0, "")
    found = json.loads(ran.out)
    assert found["complete"] is True
    checks = {check["name"]: check for check in found["checks"]}
    assert list(checks) == ["letters", "digest", "acts", "norms", "lines", "wording"]
    assert all(check["holds"] for check in checks.values())
    assert checks["letters"]["count"] == checks["wording"]["count"] == len(found["clauses"]) == 31
    lines = sorted(number for kind in found["lines"] for number in kind["lines"])
    assert lines == list(range(1, len(LICENCE.read_text(encoding="utf-8").splitlines()) + 1))
    assert all(kind["count"] == len(kind["lines"]) for kind in found["lines"])


def test_the_segments_are_the_text_and_the_norms_stand_beside_them(hegui: Run) -> None:
    clauses = json.loads(hegui("norms", "coverage", "--format", "json").out)["clauses"]
    nine = next(clause for clause in clauses if clause["clause"] == "9")
    text = "".join(segment["text"] for segment in nine["segments"])
    assert f"九、{text}" in LICENCE.read_text(encoding="utf-8")
    assert {"role": "deadline", "text": "并在处置后的 10 个工作日内", "slot": None, "norms": ["SP-09-f"]} in nine[
        "segments"
    ]
    out = hegui("norms", "coverage", MIIT, "--width", "100").out
    assert re.search(r"^  期限 并在处置后的 10 个工作日内 +│ SP-09-f$", out, re.MULTILINE)
    assert "    31  特别规定事项的条文 第 67-79, 93-105, 119-137, 151-163 行\n" in out


def test_a_ruleset_without_its_file_says_so(hegui: Run, policy: Path) -> None:
    ran = hegui("norms", "coverage", policy)
    assert ran.code == 0
    assert "规则 policy 0.1 覆盖全文。" in ran.out
    assert "没有 licence.txt" in ran.out
    assert json.loads(hegui("norms", "coverage", policy, "--format", "json").out)["lines"] == []


def test_words_and_norms_that_do_not_meet_are_named(hegui: Run, policy: Path) -> None:
    edit(policy / "clauses" / "01.yaml", ", norms: [POL-1-a]", "")
    ran = hegui("norms", "coverage", policy, "--lang", "en")
    assert ran.code == 2
    assert ran.out.startswith("The ruleset policy 0.1 does not cover its text: 2 gaps, told at the end.\n")
    assert "  ✗ each act grounds a norm (1)\n    - 第一条: no norm rests on 「应当为有限责任公司。」\n" in ran.out
    assert "    - 第一条: POL-1-a rests on no words of the clause\n" in ran.out
    found = json.loads(hegui("norms", "coverage", policy, "--format", "json").out)
    assert [check["name"] for check in found["checks"] if not check["holds"]] == ["acts", "norms"]
    assert found["complete"] is False


def test_a_text_that_is_not_the_one_that_is_pinned(hegui: Run, policy: Path) -> None:
    edit(policy / "clauses" / "01.yaml", "应当为有限责任公司。", "应当是有限责任公司。")
    ran = hegui("norms", "coverage", policy)
    assert (ran.code, ran.out) == (2, "")
    assert re.search(r"^policy/clauses/01\.yaml:\d+:\d+: digest: the segments do not join to the text", ran.err)


def test_a_file_that_departs_from_the_clauses(hegui: Run, policy: Path) -> None:
    text = LICENCE.read_text(encoding="utf-8")
    (policy / "licence.txt").write_text(text.replace("立即进行处置", "及时进行处置"), encoding="utf-8")
    ran = hegui("norms", "coverage", policy, "--width", "400")
    assert ran.code == 2
    assert "    - clause 1: departs in licence.txt\n" in ran.out


def test_a_file_that_is_no_licence(hegui: Run, policy: Path) -> None:
    (policy / "licence.txt").write_text("你好\n", encoding="utf-8")
    ran = hegui("norms", "coverage", policy)
    assert (ran.code, ran.out) == (2, "")
    assert "licence.txt:1: this is not the text of a value-added telecom licence" in ran.err


# test


def test_examples_are_run_and_counted(hegui: Run, policy: Path) -> None:
    ran = hegui("norms", "test", policy)
    assert (ran.code, ran.err) == (0, "")
    head, row, _, summary = ran.out.splitlines()
    assert head.split() == ["norm", "examples", "violated", "pending", "undetermined", "met", "not_applicable"]
    assert row.split() == ["POL-1-a", "3", "1", "-", "1", "1", "-"]
    assert summary == "1 norm, 3 examples: all come out as they say"


def test_an_example_that_fails_is_told_with_its_place(hegui: Run, policy: Path) -> None:
    file = policy / "clauses" / "01.yaml"
    edit(file, "- met: 有限责任公司", "- violated: 有限责任公司")
    line = next(
        number
        for number, text in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if "violated: 有限" in text
    )
    ran = hegui("norms", "test", policy)
    assert ran.code == 1
    place = f"policy/clauses/01.yaml:{line}"
    assert f"    {place}: POL-1-a: 有限责任公司: violated expected, the company: met\n" in ran.out
    assert "    no example is met, and no note says why\n" in ran.out
    assert ran.out.endswith("1 norm, 3 examples: 1 of them fails\n")


def test_a_norm_without_examples_is_not_tested(hegui: Run, policy: Path) -> None:
    file = policy / "clauses" / "01.yaml"
    file.write_text(file.read_text(encoding="utf-8").partition("    # At least one example")[0], encoding="utf-8")
    ran = hegui("norms", "test", policy, "--mutation")
    assert ran.code == 1
    assert "    no example: nothing shows that the norm says what it should\n" in ran.out
    assert "1 norm, 0 examples: all come out as they say; 1 norm without an example\n" in ran.out


def test_mutants_that_nothing_notices_are_named(hegui: Run, policy: Path) -> None:
    assert (
        "1 mutant: 1 noticed (100.0%; at least 95% is asked for)\n" in hegui("norms", "test", policy, "--mutation").out
    )
    edit(
        policy / "clauses" / "01.yaml",
        "requires: company.form",
        "requires: company.name != '甲' and company.name != '乙' and company.form",
    )
    ran = hegui("norms", "test", policy, "--mutation")
    assert ran.code == 1
    assert "    survives: requires: company.name != '乙' and company.form == 'limited_liability'\n" in ran.out
    assert "    the examples notice 71% of the mutants; at least 80% is asked for\n" in ran.out
    assert "7 mutants: 5 noticed (71.4%; at least 95% is asked for); 1 norm below 80%\n" in ran.out


def test_some_norms_are_selected_by_whole_parts_of_their_ids(hegui: Run, policy: Path) -> None:
    for norm in ("POL-1-b", "POL-10-a"):
        assert hegui("norms", "new", norm, policy).code == 0
    out = hegui("norms", "test", policy, "--select", "POL-1").out
    assert re.findall("^POL\\S+", out, re.MULTILINE) == ["POL-1-a", "POL-1-b"]
    ran = hegui("norms", "test", policy, "--select", "POL-2")
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith("hegui: there is no norm POL-2; ")


def test_norms_of_the_licence(hegui: Run) -> None:
    ran = hegui("norms", "test", "--select", "SP-09-f", "--mutation", "--color", "always")
    assert (ran.code, ran.err) == (0, "")
    assert re.search(r"SP-09-f .* (\d+)/\1", ran.out)


# lint


def test_what_is_still_to_be_written_is_named(hegui: Run, policy: Path) -> None:
    ran = hegui("norms", "lint", policy)
    assert (ran.code, ran.err) == (1, "")
    rules = re.findall(r"^policy/clauses/01\.yaml:\d+: POL-1-a: .*\[(.*)\]$", ran.out, re.MULTILINE)
    assert set(rules) == {"no-title", "no-message", "no-remedy", "no-because", "no-basis", "no-documents", "stand-in"}
    assert ran.out.endswith("policy: 11 remarks\n")


def test_a_ruleset_to_which_nothing_is_to_be_added(hegui: Run, policy: Path) -> None:
    complete(policy)
    ran = hegui("norms", "lint", policy)
    assert (ran.code, ran.out, ran.err) == (0, "policy: nothing to mend\n", "")


def test_nothing_is_to_be_added_to_the_ruleset_of_the_licence(hegui: Run) -> None:
    ran = hegui("norms", "lint")
    assert (ran.code, ran.out) == (0, "miit-b25: nothing to mend\n")


def test_what_nothing_uses_is_named_with_its_place(hegui: Run, policy: Path) -> None:
    complete(policy)
    (policy / "concepts.yaml").write_text(
        "concepts:\n  named:\n    title: {zh: 甲, en: a}\n    holds: company.name != '甲'\n", encoding="utf-8"
    )
    (policy / "readings.yaml").write_text(
        "readings:\n  who:\n    fixed: true\n    title: {zh: 甲, en: a}\n    problem: {zh: 甲, en: a}\n"
        "    resolution: {zh: 甲, en: a}\n",
        encoding="utf-8",
    )
    ran = hegui("norms", "lint", policy)
    assert ran.code == 1
    assert ran.out.splitlines()[:-1] == [
        "policy/concepts.yaml:3: named: no norm uses this concept [unused-concept]",
        "policy/readings.yaml:3: who: no norm rests on this reading [unused-reading]",
    ]


def test_a_message_that_names_what_is_not_there(hegui: Run, policy: Path) -> None:
    edit(policy / "clauses" / "01.yaml", 'message: {zh: "", en: ""}', 'message: {zh: "{it.nam}", en: ""}')
    ran = hegui("norms", "lint", policy)
    assert (ran.code, ran.out) == (2, "")
    assert "policy/clauses/01.yaml:" in ran.err
    assert "POL-1-a.message" in ran.err


# new


def test_a_norm_goes_into_the_file_of_its_clause(hegui: Run, tmp_path: Path) -> None:
    folder = tmp_path / "copied"
    shutil.copytree(MIIT, folder)
    file = folder / "clauses" / "09.yaml"
    before = file.read_text(encoding="utf-8")
    ran = hegui("norms", "new", "SP-09-x", folder)
    assert ran.code == 0
    after = file.read_text(encoding="utf-8")
    assert after.startswith(before.rstrip("\n") + "\n\n  SP-09-x:\n")
    line = after.splitlines().index("  SP-09-x:") + 1
    assert ran.out == f"{file}:{line}: SP-09-x\n"
    assert "in clause 9" in ran.err
    assert hegui("norms", "test", folder, "--select", "SP-09-x", "--mutation").code == 0
    assert "SP-09-x: the condition is the stand-in of a new norm" in hegui("norms", "lint", folder).out
    assert [path.name for path in folder.iterdir() if path.name.startswith(".")] == []


def test_what_stands_after_the_norms_stays_there(hegui: Run, policy: Path) -> None:
    file = policy / "clauses" / "01.yaml"
    text = file.read_text(encoding="utf-8")
    head, norms = text.partition("\nnorms:\n")[::2]
    indented = re.sub("^(?=.)", "  ", norms, flags=re.MULTILINE)
    file.write_bytes(
        f"\ufeffnorms: # all of them\n{indented}\n# The clause itself.\n{head}\n".replace("\n", "\r\n").encode()
    )
    assert hegui("norms", "new", "POL-1-b", policy).code == 0
    made = file.read_bytes().decode()
    assert made.count("\r\n") == made.count("\n")
    assert "\r\n\r\n    POL-1-b:\r\n      #" in made
    assert "\r\n\r\n# The clause itself.\r\n# A clause of the text." in made
    assert hegui("norms", "test", policy).code == 0


@pytest.mark.parametrize("norms", ["", "norms:\n", "norms: {}\n", "norms: null  # none yet\n"])
def test_the_first_norm_of_a_clause(hegui: Run, policy: Path, norms: str) -> None:
    head = (policy / "clauses" / "01.yaml").read_text(encoding="utf-8").partition("\nnorms:\n")[0]
    (policy / "clauses" / "01.yaml").write_text(head.replace(", norms: [POL-1-a]", "") + f"\n{norms}", encoding="utf-8")
    assert (
        hegui("norms", "test", policy).err
        == "hegui: the ruleset policy has no norms; `hegui norms new ID policy` makes one\n"
    )
    assert hegui("norms", "new", "POL-1-a", policy).code == 0
    assert hegui("norms", "test", policy).code == 0


def test_a_new_ruleset_audits(hegui: Run, policy: Path) -> None:
    Path("facts.yaml").write_text("form: joint_stock\n", encoding="utf-8")
    ran = hegui("audit", "facts.yaml", "--ruleset", "policy", "--as-of", "2018-06-01", "-q")
    assert (ran.code, ran.out) == (1, "结论:有违反,共 1 项(轻微 1)。\n")


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("POL", "policy"), "'POL' cannot be a norm's id"),
        (("1-a", "policy"), "cannot be a norm's id"),
        (("甲-1", "policy"), "cannot be a norm's id"),
        (("A-" * 30 + "a", "policy"), "cannot be a norm's id"),
        (("POL-1-a", "policy"), "POL-1-a is there already: policy/clauses/01.yaml:"),
        (("POL-1-b", "policy", "--clause", "2"), "there is no clause 2"),
        (("POL-1-b", "elsewhere", "--clause", "2"), "a new one begins with clause 1"),
        (("POL-1-b", "."), "holds no ruleset.yaml; name a ruleset's folder, or one that is not there yet"),
        (("POL-1-b", "policy/ruleset.yaml"), "name a ruleset's folder, or one that is not there yet"),
        (("SP-15-x", "miit-b25"), "name it with --clause: the clauses are 15, 15(1), "),
        (("SP-00-b", "miit-b25"), "SP-00-b is a definition of 特别规定事项 序言"),
        (("SP-09-f", "miit-b25"), "SP-09-f is there already: "),
    ],
)
@pytest.mark.usefixtures("policy")
def test_a_norm_that_cannot_be_begun(hegui: Run, arguments: tuple[str, ...], told: str) -> None:
    before = {path: path.read_bytes() for path in Path().rglob("*.yaml")}
    ran = hegui("norms", "new", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert {path: path.read_bytes() for path in Path().rglob("*.yaml")} == before


def test_norms_that_stand_in_braces(hegui: Run, policy: Path) -> None:
    file = policy / "clauses" / "01.yaml"
    head = file.read_text(encoding="utf-8").partition("\nnorms:\n")[0].replace("POL-1-a", "POL-1-u")
    umbrella = "{POL-1-u: {modality: obligation, title: {zh: 甲, en: a}, follows_from: [], severity: {level: derived, "
    umbrella += "because: {zh: 甲, en: a}}, message: {zh: 甲, en: a}, remedy: {zh: 甲, en: a}}}"
    file.write_text(f"{head}\nnorms: {umbrella}\n", encoding="utf-8")
    ran = hegui("norms", "new", "POL-1-b", policy)
    assert ran.code == 2
    assert re.search(r"policy/clauses/01\.yaml:\d+: the norms stand in braces; write them as lines", ran.err)


def test_an_installed_ruleset_is_left_as_it_is(hegui: Run, policy: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site-packages" / "policy"
    shutil.copytree(policy, installed)
    ran = hegui("norms", "new", "POL-1-b", installed)
    assert ran.code == 2
    assert "is installed, and a change there would be lost; copy it and name the copy" in ran.err


def test_a_folder_that_cannot_be_made(hegui: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("a", encoding="utf-8")
    ran = hegui("norms", "new", "POL-1-a", tmp_path / "file" / "policy")
    assert (ran.code, ran.out) == (2, "")
    assert "cannot be" in ran.err


def test_the_file_of_a_clause_keeps_its_permissions(policy: Path) -> None:
    made = new_norm(policy, "POL-1-b", "1")
    assert made.clause == "1"
    assert list(made.files) == [policy / "clauses" / "01.yaml"]
    assert not stat.S_IMODE((policy / "clauses" / "01.yaml").stat().st_mode) & 0o111


# all of them


@pytest.mark.parametrize("command", ["coverage", "test", "lint"])
@pytest.mark.parametrize(
    ("folder", "told"), [("./nowhere", "there is no such folder"), ("miit-b26", "there is no ruleset miit-b26")]
)
def test_a_ruleset_that_is_not_there(hegui: Run, command: str, folder: str, told: str) -> None:
    ran = hegui("norms", command, folder)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


@pytest.mark.parametrize("command", ["coverage", "test", "lint", "new"])
@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("subject: company", "subject: companies", "POL-1-a.subject: there is no list companies"),
        ("company.form ==", "company.frm ==", "the company has no field frm (did you mean form?)"),
        ("modality: obligation", "modality: obligatoin", "did you mean obligation?"),
        ("norms:\n", "norms:\n\t- a\n", "spaces for indentation, not tabs"),
    ],
)
def test_a_ruleset_that_is_wrong_is_told_with_the_place(
    hegui: Run, policy: Path, command: str, old: str, new: str, told: str
) -> None:
    edit(policy / "clauses" / "01.yaml", old, new)
    ran = hegui("norms", command, *(["POL-1-b"] if command == "new" else []), policy)
    assert (ran.code, ran.out) == (2, "")
    assert re.match(r"policy/clauses/01\.yaml:\d+:\d+: ", ran.err)
    assert told in ran.err
