"""A ruleset with a mistake is refused, with its place and what to write instead."""

from pathlib import Path
from typing import NamedTuple

import pytest

from hegui.engine.ruleset import RulesetError, load_ruleset
from tests.rulesets.mistakes import FILES, write

_CLAUSE = "clauses/01.yaml"
_MARK = "¶"


class _Mistake(NamedTuple):
    """`new` in place of `old`, once; a ¶ in `new` marks the place that has to be named."""

    name: str
    old: str
    new: str
    what: str
    hint: str
    file: str = _CLAUSE


_APPLIES = "applies: it.network == 'internet' and running(it)"
_BY = "by: days_after(it.started_on, readings.grace)"
_DONE = "done: it.trial_filed_on"

_MISTAKES = (
    # Names
    _Mistake("unknown field", _APPLIES, "applies: it.network == 'internet' and ¶it.comercial", "no field comercial",
             "commercial?"),
    _Mistake("unknown name", _APPLIES, "applies: it.network == 'internet' and ¶at.commercial", "unknown name at", "it"),
    _Mistake("unknown list", _APPLIES, "applies: any(s.commercial for s in ¶servces)", "no list servces",
             "did you mean services?"),
    _Mistake("list of a row", _APPLIES, "applies: any(r.id == 'a' for r in ¶inspections.requests)", "inspections",
             "it.requests"),
    _Mistake("unknown function", _BY, "by: ¶day_after(it.started_on, 30)", "no function day_after",
             "did you mean days_after?"),
    _Mistake("unknown concept", _APPLIES, "applies: ¶runing(it)", "no concept runing", "did you mean running?"),
    _Mistake("unknown parameter", _BY, "by: days_after(it.started_on, ¶readings.grave)", "readings.grave",
             "did you mean grace?"),
    _Mistake("unknown subject", "subject: services", "subject: ¶servces", "there is no list servces",
             "did you mean services?"),
    _Mistake("unknown basis", "bases: [TR-1]", "bases: ¶[TR-11]", "there is no basis TR-11", "did you mean TR-1?"),
    _Mistake("unknown reading", "readings: [grace]", "readings: ¶[grave]", "there is no reading grave",
             "did you mean grace?"),
    _Mistake("unknown norm in a segment", "norms: [N-1, N-2]", "norms: ¶[N-1, N-3]", "the clause has no norm N-3",
             "did you mean N-"),
    _Mistake("unknown instrument", "instrument: TR", "instrument: ¶TX", "there is no instrument TX", "TR",
             "bases.yaml"),
    _Mistake("unknown list of a concept", "{s: services}", "{s: ¶servces}", "there is no list servces", "services?",
             "concepts.yaml"),
    _Mistake("a name that is taken", _APPLIES, "applies: any(it.commercial for ¶it in services)", "it is taken",
             "another name"),
    _Mistake("unknown field in a message", '{zh: "{it.id} 应', '¶{zh: "{it.idd} 应', "no field idd",
             "did you mean id?"),
    _Mistake("a conversion in a message", '{zh: "{it.id} 应', '¶{zh: "{it.id!r} 应', "{it.id} has a format",
             "only the name"),
    _Mistake("a brace that does not close", '{zh: "{it.id} 应', '¶{zh: "{it.id 应', "the message cannot be read",
             "{it.id}"),
    _Mistake("doubled braces in a message", '{zh: "{it.id} 应', '¶{zh: "{{it.id}} 应', "doubled braces", "a brace"),
    _Mistake("a list as a field", _APPLIES, "applies: ¶licences.id == 'a'", "licences is a list", "any(… for x in"),
    _Mistake("a list of a row as a field", _APPLIES, "applies: ¶inspections.requests == 'a'", "inspections",
             "any(… for x in"),
    _Mistake("a field of no name", _APPLIES, "applies: ¶(it.name or 'a').id == 'b'", "only names", "name a field"),
    _Mistake("no list to range over", _APPLIES, "applies: any(s.commercial for s in ¶sorted(services))",
             "a list is named", ""),
    _Mistake("a list of rows as words", _APPLIES, "applies: it.commercial and 'a' in ¶services",
             "is a list of rows", "any(… for x in"),
    _Mistake("no field in a message", '{zh: "{it.id} 应', '¶{zh: "{it id} 应', "is no field", "{it.id}"),
    # Types
    _Mistake("unlike types", _APPLIES, "applies: ¶it.commercial == it.started_on", "cannot be compared", "one kind"),
    _Mistake("day and minute", _APPLIES, "applies: ¶it.started_on <= day_end(today)", "a day cannot be compared",
             "day_of(minute)"),
    _Mistake("wrong word", _APPLIES, "applies: it.network == ¶'internett'", "is not one of Network",
             "did you mean internet?"),
    _Mistake("words of different lists", _APPLIES, "applies: ¶it.network == it.code", "cannot be compared",
             "different lists"),
    _Mistake("order of texts", _APPLIES, "applies: ¶it.name < 'b'", "only dates and numbers have an order", "== or !="),
    _Mistake("a date as a condition", _APPLIES, "applies: ¶it.started_on", "not a yes-or-no field", "compare it"),
    _Mistake("a row as a value", _APPLIES, "applies: ¶it == 'a'", "it is a row", "it.id"),
    _Mistake("word where a day belongs", _BY, "by: days_after(¶it.code, 30)", "takes a day", ""),
    _Mistake("no number", _BY, "by: days_after(it.started_on, ¶it.ended_on)", "is a whole number", "reading"),
    _Mistake("no such day", _APPLIES, "applies: it.started_on < ¶date(2018, 2, 30)", "is no date", "date(2016, 3, 1)"),
    _Mistake("day against a minute", _BY, "by: day_end(it.started_on)", "done is a day and by a minute",
             "day_of(minute)"),
    _Mistake("a number beyond all", _BY, f"by: days_after(it.started_on, ¶{10**17})", "is too large", "at most"),
    _Mistake("more days than there are", _BY, "by: days_after(it.started_on, ¶100000000)", "takes no 100000000", "to"),
    _Mistake("no number of days", _BY, "by: ¶days_after(it.started_on)", "takes 2 arguments, not 1", ""),
    _Mistake("a fraction", _APPLIES, "applies: it.started_on < ¶1.5", "1.5 is not a value", "a whole number"),
    _Mistake("a choice between words", _APPLIES,
             "applies: it.network == (¶'internet' if it.commercial else 'mobile')", "only dates and numbers are chosen",
             "(c and …) or …"),
    _Mistake("the earliest of one", _BY, "by: ¶earliest(it.started_on)", "two dates or more", ""),
    _Mistake("the earliest of numbers", _APPLIES, "applies: ¶earliest(1, 2) < 3", "earliest and latest take dates",
             ""),
    _Mistake("a concept as a date", _BY, "by: ¶running(it)", "is a concept, not a value", "as a condition"),
    _Mistake("a text as a deadline", _BY, "by: ¶it.name", "a deadline is a day or a minute", "days_after"),
    _Mistake("a text that is not done", _APPLIES, "applies: ¶it.name == not_done", "cannot be compared", "one kind"),
    # Meaning
    _Mistake("two rows joined too many", _APPLIES,
             "applies: ¶any(any(s.ended_on == t.ended_on and s.name == it.name for s in services) for t in services)",
             "uses its own row and two others", "name a part as a concept"),
    _Mistake("arithmetic on two rows", _APPLIES,
             "applies: any(earliest(s.ended_on, it.ended_on) <= today for s in services)", "uses two rows", "one row"),
    _Mistake("arithmetic with operators", _APPLIES, "applies: it.started_on < ¶today + 1", "arithmetic", "plus_days"),
    _Mistake("cycle of concepts", "holds: s.ended_on == not_done", "holds: ¶quiet",
             "concepts form a cycle: running → quiet → running",
             "may not rest on itself", "concepts.yaml"),
    _Mistake("cycle of umbrellas", "follows_from: [N-1]", "follows_from: [N-2]", "umbrellas form a cycle: N-2 → N-2",
             "from itself"),
    _Mistake("follows from nothing", "follows_from: [N-1]", "follows_from: [N-9]", "N-9, which is no norm",
             "did you mean N-"),
    _Mistake("duty without an anchor", _BY, "by: ¶days_after(date(2018, 1, 1), 30)", "rests on no fact", "the event"),
    _Mistake("by without done", f"{_DONE}\n    ", "", "nothing says what is a breach", "requires, forbids or done"),
    _Mistake("done without by", f"{_DONE}\n    {_BY}", "done: ¶it.trial_filed_on", "a duty needs a date", "add by:"),
    _Mistake("two breaches", _DONE, f"{_DONE}\n    forbids: it.disguised", "says what is a breach", "one"),
    _Mistake("a concept of another row", _APPLIES, "applies: any(running(¶t) for t in licences)",
             "is a row of services", "such a row"),
    _Mistake("too many arguments", _APPLIES, "applies: ¶running(it, it)", "takes 1 argument", "running(s)"),
    # Code
    _Mistake("a syntax error", _APPLIES, "applies: it.network == ¶= 'x'", "not an expression",
             "Python's expression syntax"),
    _Mistake("a call of Python", _APPLIES, "applies: ¶__import__('os').system('true')", "is not a condition",
             "use comparisons"),
    _Mistake("a lambda", _APPLIES, "applies: ¶(lambda:True)()", "is not a condition", "use comparisons"),
    _Mistake("an attribute of Python", _APPLIES, "applies: ¶it.__class__", "no field __class__", "known here: code"),
    _Mistake("two loops", _APPLIES, "applies: any¶(s.commercial for s in services for t in licences)",
             "one `for` a quantifier", "nest"),
    _Mistake("two names of a loop", _APPLIES, "applies: any(s.commercial for ¶(s, t) in services)", "takes one name",
             "for x in"),
    # Files
    _Mistake("digest of a clause", "digest: DIGEST", f"digest: ¶{'0' * 64}", "the digest pins", "their digest is"),
    _Mistake("digest of the text", "text_digest: DIGEST", f"text_digest: ¶{'0' * 64}", "the digest pins", "it is",
             "ruleset.yaml"),
    _Mistake("unknown key", _APPLIES, "aplies: ¶it.commercial", "unknown key aplies", "did you mean applies?"),
    _Mistake("a title that is missing", "    title: {zh: 报告, en: report}\n", "", "title is missing",
             "{zh: …, en: …}"),
    _Mistake("one language only", "remedy: {zh: 报告, en: report}", "remedy: ¶{zh: 报告}", "en is missing", "add en"),
    _Mistake("wrong severity", "{level: minor,", "{level: ¶mnor,", "mnor is none of", "did you mean minor?"),
    _Mistake("two roles of a segment", "- {bearer: 你公司}", "- ¶{bearer: 你公司, act: 你公司}",
             "a segment has one role", "bearer"),
    _Mistake("no status in an example", "- {met: 已报告", "- ¶{meet: 已报告", "an example expects one status",
             "violated"),
    _Mistake("a list for a text", "remedy: {zh: 报告, en: report}", "remedy: {zh: ¶[报告], en: report}",
             "a text belongs here", ""),
    _Mistake("a mapping for a list of texts", "bases: [TR-1]", "bases: ¶{TR-1: yes}", "a list of texts belongs here",
             ""),
    _Mistake("a mapping for a list", "      - {met: 已报告, as_of: 2018-06-01, facts: {services: []}}",
             "        ¶met: 已报告", "a list belongs here", "- …"),
    _Mistake("no date", "effective_from: 2000-09-25", "effective_from: ¶2000年9月25日", "is no date", "2018-02-09",
             "bases.yaml"),
    _Mistake("a condition of a basis that is not cited", "bases: [TR-1]",
             "bases: [TR-1]\n    bases_when: ¶{TR-2: 'True'}", "TR-2 is not among the bases", "did you mean TR-1?"),
    _Mistake("readings of an example that are no values", "facts: {services: []}}",
             "facts: {services: []}, readings: ¶[grace]}", "values of readings belong here", "early_report"),
    _Mistake("a list for a mapping", "title: {zh: 报告, en: report}", "title: ¶[报告]", "a mapping belongs here",
             "key: value"),
    _Mistake("a reading without a default", "    default: 30\n", "", "has a default, or is fixed", "default:",
             "readings.yaml"),
    _Mistake("a key twice", "  N-2:\n", "  ¶N-1:\n", "is given twice", "each key once"),
    _Mistake("broken YAML", "subject: services", "subject: [services", "this is not YAML", "YAML 1.1 or JSON"),
    _Mistake("a tab", "    subject: services", "\tsubject: services", "this is not YAML", "not tabs"),
)  # fmt: skip


def _refused(folder: Path, files: dict[str, str]) -> RulesetError:
    with pytest.raises(RulesetError) as caught:
        load_ruleset(write(folder, files))
    return caught.value


def test_the_ruleset_without_mistakes_loads(tmp_path: Path) -> None:
    assert list(load_ruleset(write(tmp_path, FILES), examples=True).norms) == ["N-1"]


@pytest.mark.parametrize("mistake", _MISTAKES, ids=[mistake.name for mistake in _MISTAKES])
def test_a_mistake_is_refused_with_its_place_and_a_hint(tmp_path: Path, mistake: _Mistake) -> None:
    text = FILES[mistake.file]
    assert text.count(mistake.old) >= 1
    text = text.replace(mistake.old, mistake.new, 1)
    before = text.partition(_MARK)[0]
    error = _refused(tmp_path, {**FILES, mistake.file: text.replace(_MARK, "")})
    found = [problem for problem in error.problems if mistake.what in problem.what and mistake.hint in problem.hint]
    assert found, str(error)
    position = found[0].position
    assert position is not None, str(error)
    assert position.file == str(tmp_path / mistake.file)
    assert position.line > 0
    assert position.column > 0
    assert str(error).startswith(str(tmp_path))
    if _MARK in text:
        lines = before.split("\n")
        assert (position.line, position.column) == (len(lines), len(lines[-1]) + 1), str(error)


def test_all_mistakes_are_told_at_once(tmp_path: Path) -> None:
    text = FILES[_CLAUSE].replace("it.network", "it.netwrk").replace("days_after", "day_after").replace("TR-1", "TR-2")
    told = str(_refused(tmp_path, {**FILES, _CLAUSE: text}))
    assert all(wrong in told for wrong in ("netwrk", "day_after", "TR-2"))


def test_a_norm_of_two_files(tmp_path: Path) -> None:
    second = FILES[_CLAUSE].replace('clause: "1"', 'clause: "2"')
    error = _refused(tmp_path, {**FILES, "clauses/02.yaml": second})
    found = [problem for problem in error.problems if "the norm is in" in problem.what]
    assert found, str(error)
    assert _CLAUSE in found[0].what
    assert found[0].position is not None
    assert (found[0].position.file, found[0].position.line) == (str(tmp_path / "clauses/02.yaml"), 11)


@pytest.mark.parametrize(
    ("value", "what"), [("many", "'many' is not a value of it"), (True, "True is not a value of it")]
)
def test_a_reading_has_values_of_its_own_kind(tmp_path: Path, value: int | str | bool, what: str) -> None:
    with pytest.raises(RulesetError, match=what):
        load_ruleset(write(tmp_path, FILES), {"grace": value}, examples=True)


def test_a_reading_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(RulesetError, match="did you mean grace"):
        load_ruleset(write(tmp_path, FILES), {"grave": 10}, examples=True)


@pytest.mark.parametrize("folder", ["nowhere", "."])
def test_a_folder_that_holds_no_ruleset(tmp_path: Path, folder: str) -> None:
    with pytest.raises(RulesetError, match=r"no such folder|holds no ruleset.yaml"):
        load_ruleset(tmp_path / folder)


def test_a_file_that_is_not_text(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / _CLAUSE).write_bytes("标题: 测试".encode("gb18030"))
    with pytest.raises(RulesetError, match="UTF-8"):
        load_ruleset(tmp_path)


def test_a_folder_in_the_place_of_a_file(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    (tmp_path / "clauses" / "02.yaml").mkdir()
    with pytest.raises(RulesetError, match=r"02.yaml: .*cannot be read: Is a directory .*see its permissions"):
        load_ruleset(tmp_path)


def test_a_mistake_in_a_deadline_is_told_once(tmp_path: Path) -> None:
    """The message of the norm names {by}, too: that is no second mistake."""
    error = _refused(tmp_path, {**FILES, _CLAUSE: FILES[_CLAUSE].replace("by: days_after", "by: day_after")})
    assert [problem.what for problem in error.problems] == ["there is no function day_after"]


def test_a_bare_word_is_looked_for_in_a_list_of_words(tmp_path: Path) -> None:
    text = FILES[_CLAUSE].replace("running(it)", "'search' in it.functions and 'a' not in licence.service_items")
    assert load_ruleset(write(tmp_path, {**FILES, _CLAUSE: text})).norms
    error = _refused(tmp_path, {**FILES, _CLAUSE: text.replace("'search'", "'serch'")})
    assert "did you mean search?" in str(error)
