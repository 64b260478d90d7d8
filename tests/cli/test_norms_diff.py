"""`hegui norms diff`: two versions of a ruleset; 1 where findings change or may, 2 where they cannot be compared."""

import json
import shutil
from pathlib import Path

import pytest

from hegui.engine.ruleset import load_ruleset
from tests.cli.running import MAIN, ROOT, Run
from tests.cli.test_examples import EXPECTED, compare
from tests.strategies.small import concept, norm, write_ruleset

POLICY = ROOT / "examples" / "policy"
DAY = "2019-06-03"


@pytest.fixture
def newer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The policy in `newer`, beside itself in `older`: a longer deadline, a lighter breach, another default, another
    message and a variable of another name."""
    monkeypatch.chdir(tmp_path)
    for name in ("older", "newer"):
        shutil.copytree(POLICY, tmp_path / name)
    clauses = tmp_path / "newer" / "clauses"
    change(clauses / "01.yaml", "workdays_after(it.received_on, 5)", "workdays_after(it.received_on, 7)")
    change(clauses / "02.yaml", "已化解:", "是否化解:")
    change(clauses / "03.yaml", "level: minor", "level: major")
    change(clauses / "04.yaml", "days_after(it.completed_on, 10)", "days_after( it.completed_on, 10 )")
    change(tmp_path / "newer" / "readings.yaml", "default: accepted", "default: too_late")
    change(tmp_path / "newer" / "readings.yaml", "value: too_late", "value: accepted")
    concepts = tmp_path / "newer" / "concepts.yaml"
    concepts.write_text(concepts.read_text(encoding="utf-8").replace("a.", "one.").replace("for a", "for one"), "utf-8")
    return tmp_path / "newer"


def change(file: Path, old: str, new: str) -> None:
    """Put one text in place of another, once."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def digest(folder: str) -> str:
    return load_ruleset(Path(folder)).digest


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("width", [80, 120])
def test_as_text(hegui: Run, newer: Path, language: str, width: int) -> None:
    shutil.copy(POLICY / "facts.yaml", newer.parent / "company.yaml")
    (newer.parent / "empty.yaml").write_text("complaints: []\nlaunches: []\nassessments: []\n", encoding="utf-8")
    ran = hegui(
        *("norms", "diff", "older", "newer", "--facts", "company.yaml", "--facts", "empty.yaml", "--as-of", DAY),
        *("--lang", language, "--width", width),
    )
    assert (ran.code, ran.err) == (1, "")
    told = ran.out.replace(digest("older")[:12], "the-old-one ").replace(digest("newer")[:12], "the-new-one ")
    compare(EXPECTED / f"norms-diff-{language}-{width}.txt", told)


def test_json(hegui: Run, newer: Path) -> None:
    facts = POLICY / "facts.yaml"
    ran = hegui("norms", "diff", "older", "newer", "--facts", facts, "--as-of", DAY, "--format", "json")
    data = json.loads(ran.out)
    assert (ran.code, data["schema"], data["effect"], data["as_of"]) == (1, "hegui-norms-diff-1", "status", DAY)
    assert data["version"] == {"asked_for": "minor", "raised": "none", "enough": False}
    assert {one["id"]: (one["effect"], one["parts"], one["readings"]) for one in data["norms"]} == {
        "POL-1-a": ("status", ["deadline"], []),
        "POL-2-a": ("telling", ["message"], []),
        "POL-3-a": ("gate", ["severity"], []),
        "POL-4-a": ("status", ["breach"], ["same_day_assessment"]),
        "POL-4-b": ("nothing", ["expressions"], []),
    }
    assert [(one["name"], one["effect"], one["own"]) for one in data["concepts"]] == [
        ("assessed_before_launch", "status", "nothing")
    ]
    (company,) = data["companies"]
    assert {
        (one["after"]["norm"], *one["after"]["subject"]): [one[side]["status"] for side in ("before", "after")]
        for one in company["findings"]
    } == {
        ("POL-4-a", "diary"): ["met", "violated"],
        ("POL-1-a", "bill"): ["violated", "met"],
        ("POL-1-a", "outage"): ["pending", "pending"],
    }


def test_what_changes_no_company_ends_with_0(hegui: Run, newer: Path) -> None:
    folder = newer.parent / "companies"
    folder.mkdir()
    (folder / "a.yaml").write_text("complaints: []\nlaunches: []\n", encoding="utf-8")
    (folder / "notes.txt").write_text("not a file of facts", encoding="utf-8")
    ran = hegui("norms", "diff", "older", "newer", "--facts", folder, "--as-of", DAY, "--lang", "en", "-q")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.endswith(" Of 1 company the findings of 0 change.\n")
    assert hegui("norms", "diff", "older", "newer", "-q").code == 1


def test_a_company_that_is_piped_in(hegui: Run, newer: Path) -> None:
    facts = (POLICY / "facts.yaml").read_bytes()
    ran = hegui("norms", "diff", "older", "newer", "--facts", "-", "--as-of", DAY, "--lang", "en", stdin=facts)
    assert ran.code == 1
    assert "<stdin>" in ran.out


def test_what_only_reads_otherwise_ends_with_0(hegui: Run, newer: Path) -> None:
    for name in ("clauses/01.yaml", "clauses/03.yaml", "readings.yaml"):
        shutil.copy(POLICY / name, newer / name)
    ran = hegui("norms", "diff", "older", "newer", "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("1 norm that changes only what is told; 1 norm that changes nothing of a finding.\n")
    assert "the changes ask for the patch number to be raised" in ran.out


def test_the_same_twice(hegui: Run) -> None:
    ran = hegui("norms", "diff", POLICY, POLICY, "--lang", "en")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("No norm changed.\n")
    assert "the same to the letter" in ran.out


def test_of_many_norms_that_changed_alike_the_first_are_named_and_with_v_all(hegui: Run, tmp_path: Path) -> None:
    norms = {f"N-{number}": norm("pushes", forbids="late(it)") for number in range(1, 31)}
    for name, holds in (("older", "p.refused_on == not_done"), ("newer", "p.last_sent_on == not_done")):
        write_ruleset(tmp_path / name, norms, {"late": concept(holds, p="pushes")})
    told = {more: hegui("norms", "diff", tmp_path / "older", tmp_path / "newer", *more).out for more in ((), ("-v",))}
    assert "修改 30 条规范" in told[()]
    assert "N-10 等(-v 全部列出)" in told[()]
    assert "N-11" not in told[()]
    assert "N-30" in told["-v",]


def test_texts_of_a_ruleset_reach_no_terminal_raw(hegui: Run, newer: Path) -> None:
    change(newer / "clauses" / "01.yaml", '"五个工作日内答复投诉"', '"\\e[31m红\\e[0m\\u202e"')
    for more in ((), ("--format", "json")):
        ran = hegui("norms", "diff", "older", "newer", *more)
        assert (ran.code, ran.err) == (1, "")
        assert "[31m红" in ran.out
        assert not set(ran.out) & {"\x1b", "\u202e"}


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["miit-b25"], "Missing argument 'NEW'"),
        (["miit-b25", "miit-b26"], "there is no ruleset miit-b26"),
        (["miit-b25", "./nowhere"], "./nowhere is no ruleset's folder: there is no such folder"),
        (["miit-b25", "miit-b25", "--as-of", "2018-01-01"], "name their facts with --facts"),
        (["miit-b25", "miit-b25", "--facts", MAIN, "--as-of", "soon"], "--as-of"),
        (["miit-b25", "miit-b25", "--facts", "nowhere.yaml"], "nowhere.yaml"),
        (["miit-b25", "miit-b25", "--facts", ROOT / "docs"], "the folder holds no file of facts"),
        (["miit-b25", "miit-b25", "--facts", "-", "--facts", "-"], "standard input can be read once"),
        (["miit-b25", "miit-b25", "-q", "-v"], "-q and -v ask for opposite things"),
    ],
)
def test_what_cannot_be_compared(hegui: Run, arguments: list[str], told: str) -> None:
    ran = hegui("norms", "diff", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


def test_two_rulesets_are_not_two_versions(hegui: Run, tmp_path: Path) -> None:
    other = write_ruleset(tmp_path / "other", {"A": norm("pushes", forbids="it.refused_on == not_done")})
    ran = hegui("norms", "diff", POLICY, other)
    assert (ran.code, ran.out) == (2, "")
    assert "are two rulesets, 'example-policy' and 'sample', and not two versions of one" in ran.err


def test_a_ruleset_with_a_mistake(hegui: Run, newer: Path) -> None:
    change(newer / "clauses" / "01.yaml", "done: it.replied_on", "done: it.repleid_on")
    ran = hegui("norms", "diff", "older", "newer")
    assert (ran.code, ran.out) == (2, "")
    assert "newer/clauses/01.yaml:" in ran.err
    assert "did you mean replied_on?" in ran.err


def test_every_mistake_in_the_facts_is_told(hegui: Run, newer: Path) -> None:
    folder = newer.parent / "companies"
    folder.mkdir()
    for name in ("a.yaml", "b.json"):
        (folder / name).write_text('{"servies": []}', encoding="utf-8")
    ran = hegui("norms", "diff", "older", "newer", "--facts", folder)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.endswith("hegui: 2 problems in the facts; nothing was audited\n")
