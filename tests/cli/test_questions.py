"""`hegui questions`: the facts that would decide most, and asking for them in a terminal."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hegui.cli import main
from hegui.reports.text.width import width as columns
from tests.cli.running import CLEAN, CLEAN_DAY, LICENCE, MAIN, MAIN_DAY, Run

QUESTIONS = ("questions", MAIN, "--as-of", MAIN_DAY)

FACTS = """\
# 虚构
licence: {number: B2-20990001, terms: [{id: a, starts_on: 2016-01-19, expires_on: 2021-01-19}]}
illegal_information:
  - {id: a, disposed_at: 2018-02-09}   # 没有上报记录
  - id: b
    disposed_at: 2018-02-09
    # 上报了
    reported_on: 2018-02-20
"""
DAY = "2018-05-01"
HOLDER = "licence: {number: B2-20990001, terms: [{id: a, starts_on: 2016-01-19, expires_on: 2021-01-19}]}\n"
DAYS = "illegal_information: [{id: a, found_at: 2018-04-29, disposed_at: 2018-04-30}]\n"

Ask = Callable[..., tuple[int, str, str, str]]


@pytest.fixture
def ask(hegui: Run, tmp_path: Path) -> Ask:
    """Answers questions about `facts`: exit code, what the file holds then, standard output, standard error."""

    def run(
        facts: str, *lines: str, options: tuple[str, ...] = (), name: str = "facts.yaml"
    ) -> tuple[int, str, str, str]:
        file = tmp_path / name
        file.write_bytes(facts.encode())
        typed = "".join(f"{line}\n" for line in lines).encode()
        ran = hegui("questions", file, "--as-of", DAY, "--interactive", "--lang", "en", *options, stdin=typed)
        # Lines are wrapped where the path of the file happens to end.
        return ran.code, file.read_bytes().decode(), ran.out, " ".join(ran.err.split())

    return run


# The list


def test_the_best_question_comes_first_with_what_it_settles(hegui: Run) -> None:
    ran = hegui(*QUESTIONS, "--width", "80")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines()[:7] == [
        "截至 2020-10-12,待定 12 项,涉及规范 12 条。补充以下事实判明最多,最有用的在前:",
        "",
        "1. resources_held[营销端口号].use_change_approved  用途变更已批准:改变用途是否经",
        "   批准",
        "   可答:是(true)或否(false)",
        "   必能判明 1 条规范:SP-04-a-1 按核准用途使用电信资源",
        "   写入:facts.yaml:134",
    ]
    assert "如果没有,能判明 2 条规范:SP-10-a" in ran.out
    assert "待定各项中,有 4 项没有哪一个事实单独能够判明:\n   条文留待人工判断:SP-01-d-1 投诉答复慢、" in ran.out


def test_in_english(hegui: Run) -> None:
    told = hegui(*QUESTIONS, "--lang", "en", "--width", "120").out
    assert told.startswith("As of 2020-10-12: 12 undetermined, of 12 norms.")
    assert "   Answer: a day, such as 2018-02-09, or not_done if it is known not to have happened\n" in told
    assert "   Where there is none it settles 2 norms: SP-10-a " in told
    assert "the text leaves it to judgement: SP-01-d-1 投诉答复慢, " in told


@pytest.mark.parametrize(("lang", "width"), [("zh", 80), ("en", 120)])
def test_no_line_is_wider_than_asked(hegui: Run, lang: str, width: int) -> None:
    out = hegui("questions", LICENCE.with_name("facts.yaml"), "--as-of", DAY, "--lang", lang, "--width", width).out
    assert max(map(columns, out.splitlines())) <= width


def test_top_says_how_many_more_there_are(hegui: Run) -> None:
    told = hegui(*QUESTIONS, "--top", "2").out
    assert "2. security.coverage" in told
    assert "3. " not in told
    assert "另有 5 个问题,--top 7 全部列出" in told


def test_one_field_of_many_elements_is_one_question_of_people_and_many_of_programs(hegui: Run) -> None:
    facts = f"{HOLDER}illegal_information: [{{id: a, disposed_at: 2018-02-09}}, {{id: b, disposed_at: 2018-02-10}}]\n"
    arguments = ("questions", "-", "--as-of", DAY, "--select", "SP-09-f")
    told = hegui(*arguments, stdin=facts.encode()).out
    assert "1. illegal_information.reported_on(2 项:a、b)  " in told
    assert "必能判明 1 条规范(2 项待定):SP-09-f " in told
    assert "--interactive" not in told  # standard input cannot be written to
    data = json.loads(hegui(*arguments, "--format", "json", stdin=facts.encode()).out)
    assert [one["pointer"] for one in data["questions"]] == [
        "/illegal_information/0/reported_on",
        "/illegal_information/1/reported_on",
    ]


def test_json(hegui: Run) -> None:
    data = json.loads(hegui(*QUESTIONS, "--format", "json", "--top", "7").out)
    assert data["schema"] == "hegui-questions-1"
    assert data["undetermined"]["findings"] == 12
    assert data["more"] == 0
    last = data["questions"][-1]
    assert last["path"] == "services[彩信].operated_by"
    assert last["words"][0] == {"word": "licensee", "zh": "持证公司", "en": "the licensee"}
    assert last["surely"] == {"norms": 0, "findings": 0, "of": []}
    assert last["possibly"]["of"] == [{"norm": "SP-02-b", "subject": ["彩信"]}]
    assert {one["cause"] for one in data["left"]} == {"judgement"}


def test_nothing_is_asked_where_nothing_is_open(hegui: Run) -> None:
    ran = hegui("questions", CLEAN, "--as-of", CLEAN_DAY)
    assert (ran.code, ran.out) == (0, "截至 2019-06-03,没有待定事项,无须补充事实。\n")


def test_what_several_facts_decide_together_is_said(hegui: Run) -> None:
    # Whether it was disposed of at once hangs on both minutes, of which only the days are stated.
    facts = f"{HOLDER}{DAYS}".encode()
    ran = hegui("questions", "-", "--as-of", DAY, "--select", "SP-09-d", "--lang", "en", stdin=facts)
    assert ran.out.splitlines() == [
        "As of 2018-05-01: 1 undetermined, of 1 norm.",
        "",
        "Of what is undetermined, 1 is settled by no single fact:",
        "   several facts have to be stated: SP-09-d a",
        "   to begin with: illegal_information[a].disposed_at, illegal_information[a].found_at",
    ]


def test_a_hostile_id_cannot_steer_the_terminal(hegui: Run) -> None:
    facts = 'illegal_information: [{id: "a\\e[31m", disposed_at: 2018-02-09}]\n'
    ran = hegui("questions", "-", "--as-of", DAY, stdin=facts.encode())
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        ([], "Missing argument 'FACTS'"),
        (["no-such-file.yaml"], "no-such-file.yaml"),
        ([MAIN, "--top", "0"], "--top"),
        ([MAIN, "--select", "SP-99"], "there is no norm SP-99"),
        ([MAIN, "--as-of", "soon"], "--as-of"),
        ([MAIN, "--interactive", "--format", "json"], "--interactive asks in words"),
        (["-", "--interactive"], "name the file"),
    ],
)
def test_bad_usage_ends_with_2_and_says_why(hegui: Run, arguments: list[str], told: str) -> None:
    ran = hegui("questions", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err


# Asking


def test_answers_are_written_and_all_else_stays(ask: Ask) -> None:
    code, after, out, err = ask(FACTS, "2018-02-24", options=("--select", "SP-09-f"))
    assert (code, out) == (0, "")
    assert after == FACTS.replace("disposed_at: 2018-02-09}", "disposed_at: 2018-02-09, reported_on: 2018-02-24}")
    assert "1. illegal_information[a].reported_on" in err
    assert "Wrote 1 answer to " in err
    assert "0 undetermined." in err


def test_an_answer_that_does_not_fit_is_refused_and_asked_again(ask: Ask) -> None:
    code, after, _, err = ask(FACTS, "yesterday", "2018-13-01", "not_done", options=("--select", "SP-09-f"))
    assert code == 0
    assert "'yesterday' is not a date, expected a day such as 2018-02-09" in err
    assert "reported_on: not_done}   # 没有上报记录" in after


def test_what_is_skipped_or_not_known_stays_unstated(ask: Ask) -> None:
    code, after, _, err = ask(FACTS, "", "?", "?", options=("--select", "SP-09-f,SP-15-13"))
    assert (code, after) == (0, FACTS)
    assert "Nothing was answered; " in err


@pytest.mark.parametrize("lines", [("2018-02-24", "q", "2018-02-25"), ("2018-02-24",)])
def test_q_saves_what_was_answered_and_so_does_the_end_of_the_input(ask: Ask, lines: tuple[str, ...]) -> None:
    facts = f"{HOLDER}illegal_information: [{{id: a, disposed_at: 2018-02-09}}, {{id: b, disposed_at: 2018-02-09}}]\n"
    code, after, _, err = ask(facts, *lines, options=("--select", "SP-09-f"))
    assert code == 0
    assert after == facts.replace("2018-02-09}", "2018-02-09, reported_on: 2018-02-24}", 1)
    assert "1 undetermined." in err


def test_a_list_can_be_answered_with_none_and_some_belong_into_the_file(ask: Ask) -> None:
    options = ("--select", "SP-10-a,SP-09-f")
    code, after, _, err = ask(HOLDER, "many", "none", "some", options=options)
    assert code == 0
    assert "says neither that there is none nor that there are some" in err
    assert "State them in the file" in err
    assert after == f"{HOLDER}assistance_requests: []\n"


def test_words_of_a_list_have_commas_between_them(ask: Ask) -> None:
    facts = MAIN.read_text(encoding="utf-8")
    without = facts.replace("    regions: [北京, 天津, 上海, 江苏, 广东, 四川]\n", "")
    options = ("--as-of", MAIN_DAY, "--select", "SP-15-06-c", "--top", "1")
    code, after, _, err = ask(without, "北京、东京", "北京, 天津、上海 江苏;广东, 四川", options=options)
    assert code == 0
    assert "'东京' is none of the words" in err
    assert after == facts


def test_json_is_written_back_as_json(ask: Ask) -> None:
    terms = [{"id": "a", "starts_on": "2016-01-19", "expires_on": "2021-01-19"}]
    data = {"licence": {"terms": terms}, "illegal_information": [{"id": "a", "disposed_at": "2018-02-09"}]}
    facts = json.dumps(data, indent=2)
    code, after, _, _ = ask(facts, "2018-02-24", options=("--select", "SP-09-f"), name="facts.json")
    assert code == 0
    assert after == facts.replace('"2018-02-09"\n', '"2018-02-09",\n      "reported_on": "2018-02-24"\n')


@pytest.mark.parametrize(("typed", "partial"), [("yes", "[]"), ("no", "[illegal_information]")])
def test_a_sample_that_is_complete_is_taken_out_of_partial(ask: Ask, typed: str, partial: str) -> None:
    facts = f"{HOLDER}illegal_information: [{{id: a, disposed_at: 2018-02-09, reported_on: 2018-02-10}}]\n"
    code, after, _, err = ask(f"{facts}partial: [illegal_information]\n", typed, options=("--select", "SP-09-f"))
    assert code == 0
    assert after == f"{facts}partial: {partial}\n"
    assert ("Complete the list in the file." in err) is (typed == "no")


def test_what_settles_nothing_alone_is_asked_last_and_a_minute_is_of_the_day_that_is_stated(ask: Ask) -> None:
    typed = ("2018-04-29 10:00", "2018-04-30 00:30", "2018-04-29 23:59")
    code, after, _, err = ask(f"{HOLDER}{DAYS}", *typed, options=("--select", "SP-09-d"))
    assert code == 0
    assert "It settles nothing alone, and helps with others" in err
    assert "the day that is stated is 2018-04-30, expected a minute of it, such as 2018-04-30 14:30" in err
    assert 'disposed_at: "2018-04-30 00:30"}' in after
    assert "Wrote 2 answers" in err
    assert "0 undetermined." in err


def test_what_cannot_be_written_is_said_and_stays_unstated(ask: Ask) -> None:
    # What is written at the one place would be said at the other as well.
    facts = f"{HOLDER}illegal_information: [{{id: a, disposed_at: 2018-02-09}}]\nservices: &none\nincidents: *none\n"
    code, after, _, err = ask(facts, "none", options=("--select", "SP-08-a", "--top", "1"))
    assert (code, after) == (0, facts)
    assert "incidents cannot be written there" in err
    assert "write it by hand: incidents: []" in err


class Typing:
    """Somebody at the terminal: types lines, and then does something else."""

    def __init__(self, lines: str, then: Callable[[], str]) -> None:
        self._lines = io.StringIO(lines)
        self._then = then

    def readline(self) -> str:
        return self._lines.readline() or self._then()


@pytest.fixture
def typing(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[[Path, Typing], tuple[int, str]]:
    """Asks about a file while somebody types: exit code and standard error."""

    def run(file: Path, somebody: Typing) -> tuple[int, str]:
        monkeypatch.setattr(sys, "stdin", somebody)
        code = main(["questions", str(file), "--as-of", DAY, "--interactive", "--select", "SP-09-f,SP-10-a"])
        return code, capsys.readouterr().err

    return run


Types = Callable[[Path, Typing], tuple[int, str]]


def test_ctrl_c_writes_nothing(typing: Types, tmp_path: Path) -> None:
    def interrupt() -> str:
        raise KeyboardInterrupt

    file = tmp_path / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    code, err = typing(file, Typing("2018-02-24\n", interrupt))
    assert (code, file.read_text(encoding="utf-8")) == (2, FACTS)
    assert err.endswith(f"hegui: interrupted; nothing was written to {file}\n")


def test_a_file_that_changed_meanwhile_is_left_alone(typing: Types, tmp_path: Path) -> None:
    def meanwhile() -> str:
        file.write_text("name: 别人改的\n", encoding="utf-8")
        return "q\n"

    file = tmp_path / "facts.yaml"
    file.write_text(FACTS, encoding="utf-8")
    code, err = typing(file, Typing("2018-02-24\n", meanwhile))
    assert (code, file.read_text(encoding="utf-8")) == (2, "name: 别人改的\n")
    assert "was changed by somebody else meanwhile; nothing was written" in err
