"""`hegui norms test` and `hegui norms lint`: what a ruleset's own examples say of it, and what it lacks.

Their lines are for who writes rules, and for editors: a place is file:line, and a line is never broken.
"""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from ..engine.quality.lint import lint
from ..engine.quality.mutation import LEAST_A_NORM, LEAST_OVERALL, Score, mutation_scores
from ..engine.quality.norm_tests import NormTest, run_norm_tests
from ..engine.ruleset import Ruleset
from ..engine.status import Status
from ..reports.text.style import Style, Styles
from .choices import Colour
from .exit_codes import ExitCode
from .refusal import Refusal
from .rules import ruleset_named
from .selection import chosen
from .streams import has_colour, write_data

__all__ = ["lint_norms", "test_norms"]


class _Result(NamedTuple):
    """What came out for a norm. No mutants are tried where its examples fail."""

    test: NormTest
    score: Score | None


def test_norms(ruleset: str, select: Sequence[str], colour: Colour, *, mutation: bool) -> ExitCode:
    """Run the examples of a ruleset's norms, on request on mutants too; 1 where something comes out wrong."""
    rules = ruleset_named(ruleset)
    if not rules.norms:
        raise Refusal(f"the ruleset {rules.id} has no norms; `hegui norms new ID {ruleset}` makes one")
    norms = chosen(select, rules.norms)
    table = _Table(norms, Styles(has_colour(colour)), mutation=mutation)
    write_data(table.head())
    results: list[_Result] = []
    for result in _results(Path(rules.path), norms, mutation=mutation):
        results.append(result)
        write_data(table.row(result) + "".join(f"    {line}\n" for line in _remarks(result, rules)))
    write_data("\n")
    good = [_examples(results), _mutants(results)] if mutation else [_examples(results)]
    for line, right in good:
        write_data(table.styles(line, Style.GREEN if right else Style.STRONG_RED) + "\n")
    return ExitCode.CLEAN if all(right for _, right in good) else ExitCode.VIOLATIONS


def _results(path: Path, norms: tuple[str, ...], *, mutation: bool) -> Iterator[_Result]:
    scores = mutation_scores(path, norms) if mutation else iter(())
    for test in run_norm_tests(path, norms):
        if test.norm in norms:  # and not only begins like one that is
            score = next((one for one in scores if one.norm == test.norm), None) if test.passed else None
            yield _Result(test, score)


class _Table:
    """A row a norm: how many examples it has, of each status, and how many mutants they notice."""

    def __init__(self, norms: Sequence[str], styles: Styles, *, mutation: bool) -> None:
        self.styles = styles
        self._first = max(map(len, norms)) + 1
        self._mutation = mutation

    def head(self) -> str:
        cells = ["examples", *Status] + (["mutants"] if self._mutation else [])
        return self.styles(f"{'norm':<{self._first}}{''.join(f' {one}' for one in cells)}", Style.FAINT) + "\n"

    def row(self, result: _Result) -> str:
        test, score = result
        counts = [(len("examples"), str(test.examples))]
        counts += [(len(status), str(test.shown.get(status, 0) or "-")) for status in Status]
        if self._mutation:
            counts.append((len("mutants"), "-" if score is None else f"{score.killed}/{score.total}"))
        line = f"{test.norm:<{self._first}}{''.join(f' {text:>{columns}}' for columns, text in counts)}"
        return self.styles(line, Style.PLAIN if _is_good(result) else Style.RED) + "\n"


def _remarks(result: _Result, rules: Ruleset) -> Iterator[str]:
    test, score = result
    if not test.examples:
        yield "no example: nothing shows that the norm says what it should"
    elif test.not_shown and rules.norms[test.norm].note is None:
        yield f"no example is {' or '.join(test.not_shown)}, and no note says why"
    for failure in test.failures:
        yield str(failure)
    if score is not None:
        if score.ratio < LEAST_A_NORM:
            yield f"the examples notice {score.ratio:.0%} of the mutants; at least {LEAST_A_NORM:.0%} is asked for"
        for survivor in score.survivors:
            yield f"survives: {survivor}"


def _is_good(result: _Result) -> bool:
    return result.test.passed and (result.score is None or result.score.ratio >= LEAST_A_NORM)


def _examples(results: Sequence[_Result]) -> tuple[str, bool]:
    total = sum(one.test.examples for one in results)
    failing = sum(len(one.test.failures) for one in results)
    without = sum(not one.test.examples for one in results)
    told = f"{_count(len(results), 'norm')}, {_count(total, 'example')}: "
    told += f"{failing} of them {'fails' if failing == 1 else 'fail'}" if failing else "all come out as they say"
    told += f"; {_count(without, 'norm')} without an example" if without else ""
    return told, not failing and not without


def _mutants(results: Sequence[_Result]) -> tuple[str, bool]:
    scores = [one.score for one in results if one.score is not None]
    killed, total = sum(one.killed for one in scores), sum(one.total for one in scores)
    ratio = killed / total if total else 1.0
    weak = sum(one.ratio < LEAST_A_NORM for one in scores)
    told = f"{_count(total, 'mutant')}: {killed} noticed ({ratio:.1%}; at least {LEAST_OVERALL:.0%} is asked for)"
    told += f"; {_count(weak, 'norm')} below {LEAST_A_NORM:.0%}" if weak else ""
    return told, ratio >= LEAST_OVERALL and not weak


def lint_norms(ruleset: str) -> ExitCode:
    """Write what is to be mended in a ruleset; 1 where there is something."""
    rules = ruleset_named(ruleset)
    remarks = lint(Path(rules.path))
    for remark in remarks:
        write_data(f"{remark}\n")
    write_data(f"{rules.id}: {_count(len(remarks), 'remark') if remarks else 'nothing to mend'}\n")
    return ExitCode.VIOLATIONS if remarks else ExitCode.CLEAN


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
