"""Whatever is wrong with facts, day, selection or files: a message that says so, exit code 2, no traceback."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.running import CLEAN, CLEAN_DAY, Ran, Run, process

BOMB = "a: &a [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{last}'] * 10)}]\n" for last, name in zip("abcdefg", "bcdefgh", strict=True)
)


def refused(ran: Ran) -> str:
    assert ran.code == 2
    assert ran.out == ""
    return ran.err


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", "1:1: the file is empty, expected what the company states"),
        ("# nothing\n", "1:1: the file holds nothing but comments"),
        ("name: [a\n", "this is not YAML"),
        ("\tname: a\n", "spaces for indentation, not tabs"),
        ("- a\n- b\n", "1:1: the facts are a list, expected a mapping of sections"),
        ("services: 3\n", "1:11: services: '3' where a list belongs"),
        ("licence: {numbr: a}\n", "1:11: licence.numbr: there is no field 'numbr' (did you mean number?)"),
        (
            "licence: {issued_on: 2018-02-30}\n",
            "1:22: licence.issued_on: '2018-02-30' is not a day that the calendar has",
        ),
        ("services: [{id: a}, {id: a}]\n", "1:26: services[a].id: the id 'a' is taken"),
        ('logs: {retention: "90"}\n', "1:19: logs.retention"),
        ("services: [{id: a, code: B99}]\n", "a code of the 2015 catalogue"),
        (BOMB, "values, those that aliases stand for included"),
        ("name: a\nname: b\n", "2:1: name: the key 'name' is given twice"),
    ],
)
def test_facts_that_cannot_be_used(hegui: Run, tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text(text, encoding="utf-8")
    error = refused(hegui("audit", file))
    assert told in error
    assert error.startswith(str(file))
    assert error.endswith("in the facts; nothing was audited\n")


def test_all_mistakes_are_told_at_once(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("licence: {issued_on: soon}\nlogs: {retention: many}\nservies: []\n", encoding="utf-8")
    lines = refused(hegui("audit", file)).splitlines()
    assert [line.split(": ")[1] for line in lines[:-1]] == ["licence.issued_on", "logs.retention", "servies"]
    assert lines[-1] == "hegui: 3 problems in the facts; nothing was audited"


def test_no_such_file(hegui: Run, tmp_path: Path) -> None:
    assert "there is no such file" in refused(hegui("audit", tmp_path / "facts.yaml"))


def test_a_folder(hegui: Run, tmp_path: Path) -> None:
    assert "this is a folder" in refused(hegui("audit", tmp_path))


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_text("name: a\n", encoding="utf-8")
    file.chmod(0)
    assert "may not be read" in refused(hegui("audit", file))


def test_a_hundred_megabytes(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    with file.open("wb") as sparse:
        sparse.truncate(100 * 2**20)
    assert "holds 104857600 bytes, expected at most" in refused(hegui("audit", file))


def test_a_hundred_megabytes_of_standard_input_do_not_have_to_be_read(hegui: Run) -> None:
    assert "more than" in refused(hegui("audit", "-", stdin=b"#" * (21 * 2**20)))


def test_latin_1(hegui: Run, tmp_path: Path) -> None:
    file = tmp_path / "facts.yaml"
    file.write_bytes("name: Société fictive\n".encode("latin-1"))
    assert "1:11: byte 10 (0xe9) is not UTF-8, expected UTF-8" in refused(hegui("audit", file))


def test_a_zero_byte_in_a_name_of_a_file(hegui: Run) -> None:
    assert "cannot be read" in refused(hegui("audit", "a\0b.yaml"))


@pytest.mark.parametrize(
    "day", ["soon", "2018-13-01", "2018-02-30", "01.06.2018", "2018-06-01T25:00", "", "1890-01-01"]
)
def test_a_day_that_is_none(hegui: Run, day: str) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", day))
    assert error.startswith("hegui: --as-of: ")
    assert "expected a day such as 2018-06-01 or a minute such as 2018-06-01T14:30" in error


def test_an_unknown_norm_in_select(hegui: Run) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--select", "SP-99"))
    assert error.startswith("hegui: there is no norm SP-99")


def test_an_unknown_norm_in_ignore(hegui: Run) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--ignore", "SP-9"))
    assert error.startswith("hegui: there is no norm SP-9")


def test_an_umbrella_in_select(hegui: Run) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--select", "SP-00-a"))
    assert "it follows from other norms" in error


def test_a_selection_of_nothing(hegui: Run) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--select", "SP-09", "--ignore", "SP-09"))
    assert error == "hegui: no norm is left to check; select more, or ignore less\n"


@pytest.mark.parametrize(
    ("reading", "told"),
    [
        ("early_reprt=strict", "early_reprt is no reading of this ruleset; did you mean early_report? Those that can"),
        ("xyz=1", "xyz is no reading of this ruleset. Those that can be chosen: deemed_renewal, winding_down, "),
        ("calendar_days=working", "calendar_days cannot be chosen otherwise. Those that can be chosen: "),
        ("early_report=soon", "early_report takes one of its values: strict (the default), lenient\n"),
        ("early_report=3", "early_report takes one of its values: strict (the default), lenient\n"),
        ("early_report=true", "early_report takes one of its values: strict (the default), lenient\n"),
        ("immediate_hours=soon", "immediate_hours takes a whole number: 24 (the default), 2, 12, 48\n"),
        ("immediate_hours=-5", "the ruleset cannot be read so: hours_after takes no -5"),
        ("patrol_days=99999999999999999999999", "patrol_days takes a whole number: 0 (the default), 1, 7, 30\n"),
    ],
)
def test_a_reading_that_there_is_not(hegui: Run, reading: str, told: str) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--reading", reading))
    assert error.startswith(f"hegui: --reading {reading}: ")
    assert told in error


@pytest.mark.parametrize("name", ["miit-b26", "./nowhere", "nowhere/"])
def test_an_unknown_ruleset(hegui: Run, name: str) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--ruleset", name))
    assert error.startswith("hegui: --ruleset: ")
    assert "miit-b25" in error or "there is no such folder" in error


def test_a_ruleset_that_is_wrong(hegui: Run, tmp_path: Path) -> None:
    (tmp_path / "ruleset.yaml").write_text("id: mine\n", encoding="utf-8")
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--ruleset", f"{tmp_path}/"))
    assert "in the ruleset; nothing was audited" in error


def test_output_into_a_folder_that_is_not_there(hegui: Run, tmp_path: Path) -> None:
    target = tmp_path / "no" / "report.json"
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--output", f"json={target}"))
    assert error == f"hegui: {target} cannot be written: No such file or directory; what it held was left as it is\n"


def test_output_onto_a_folder(hegui: Run, tmp_path: Path) -> None:
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY, "--output", f"json={tmp_path}"))
    assert error.startswith(f"hegui: {tmp_path} cannot be written: ")


def test_an_internal_error_is_told_without_a_traceback(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("by \x1b[31mzero\nagain")

    monkeypatch.setattr("hegui.cli.audit.Auditor", broken)
    error = refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY))
    assert error.startswith("hegui: internal error, no verdict is given: ZeroDivisionError: by ?[31mzero again\n")
    assert "report it" in error


def test_an_internal_error_shows_where_if_asked(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("hegui.cli.audit.Auditor", broken)
    monkeypatch.setattr("traceback.format_exception", lambda error: ["where it happened\n"])
    monkeypatch.setenv("HEGUI_DEBUG", "1")
    assert refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY)) == "where it happened\n"


def test_an_interruption_gives_no_verdict(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("hegui.cli.audit.load", interrupted)
    assert refused(hegui("audit", CLEAN)) == "hegui: interrupted; no verdict is given\n"


def test_a_missing_engine_is_told_in_words(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(*_: object, **__: object) -> None:
        raise ModuleNotFoundError("No module named 'durable_rules_engine'", name="durable_rules_engine")

    monkeypatch.setattr("hegui.cli.audit.Auditor", missing)
    assert "Python 3.11 and 3.12 only" in refused(hegui("audit", CLEAN, "--as-of", CLEAN_DAY))


def test_control_characters_of_facts_do_not_reach_the_terminal(hegui: Run) -> None:
    name = "虚构\x1b]0;title\x07\u202egnp.\x9b31m"
    facts = json.dumps({"name": name, "illegal_information": [{"id": "a\u202eb", "disposed_at": "2018-02-09"}]})
    for options in ([], ["-v"], ["--format", "json"], ["--format", "jsonl"]):
        ran = hegui("audit", "-", "--as-of", "2018-06-01", *options, stdin=facts.encode())
        shown = ran.out + ran.err
        assert not {character for character in shown if character != "\n" and not character.isprintable()}


def test_bad_input_of_a_process_of_its_own(tmp_path: Path) -> None:
    ran = process("audit", tmp_path / "facts.yaml")
    assert (ran.code, ran.out) == (2, "")
    assert "there is no such file" in ran.err
    assert "Traceback" not in ran.err
