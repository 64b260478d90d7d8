"""`hegui doctor`: whether everything that an audit needs is there and works."""

import re
import sys

import pytest

from tests.cli.running import Run


def test_everything_is_examined(hegui: Run) -> None:
    ran = hegui("doctor")
    assert (ran.code, ran.err) == (0, "")
    checks = {line.split()[1]: line.split()[0] for line in ran.out.splitlines()}
    assert list(checks) == ["Python", "hegui", "calendar", "ruleset", "rete", "compiled", "encoding"]
    assert {checks[name] for name in ("hegui", "ruleset", "rete", "compiled")} == {"good"}


def test_years_that_are_not_published_are_pointed_out(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    from hegui.facts.calendar import china

    monkeypatch.setattr("hegui.facts.calendar.china", lambda: china().until(2018))
    ran = hegui("doctor")
    assert ran.code == 0
    assert "note  calendar   working days from 2004 to 2018" in ran.out
    assert "not published" in ran.out


def test_an_engine_that_answers_wrongly_is_found(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hegui.engine.examples.check_examples", lambda *_: iter(["SP-00: met expected"]))
    ran = hegui("doctor")
    assert ran.code == 2
    assert "BAD   rete" in ran.out
    assert "SP-00: met expected" in ran.out


def test_a_ruleset_that_is_not_there_is_found(hegui: Run) -> None:
    ran = hegui("doctor", "--ruleset", "./nowhere")
    assert ran.code == 2
    assert "BAD   ruleset    --ruleset: ./nowhere is no ruleset's folder" in ran.out


def test_without_durable_rules_the_other_engine_is_told_of(hegui: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
    ran = hegui("doctor")
    assert ran.code == 0
    assert "note  rete       durable-rules is not installed" in ran.out
    assert re.search("good  compiled   decides .* examples of the ruleset rightly; audits run on it", ran.out)
