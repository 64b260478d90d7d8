"""What a question is said to settle is settled, by the engine's word on a document in which the answer is stated."""

from hypothesis import given, settings

from hegui.engine.questions import Gap, Question, Questioner
from hegui.engine.status import Status
from tests.laws.auditing import statuses_of
from tests.questions.answering import an_answer, asked, every_answer, settled_by, stating
from tests.rulesets.focus import FOCUSES
from tests.rulesets.packaged import miit_b25
from tests.sizes import size
from tests.strategies.companies import Case, cases, read_case
from tests.strategies.picking import PICKS, Pick
from tests.strategies.pools import CENTRES

_CASES = cases(focuses=FOCUSES)
_ANSWERS = 6


def _some(pick: Pick, case: Case, gaps: tuple[Gap, ...] = tuple(Gap)) -> list[Question]:
    return pick.some([one for one in asked(case).questions if one.gap in gaps], (_ANSWERS,))


@settings(max_examples=size(15, full=300))
@given(_CASES, PICKS)
def test_an_answer_settles_what_it_surely_settles(case: Case, pick: Pick) -> None:
    for question in _some(pick, case, (Gap.VALUE, Gap.LIST)):
        assert set(question.surely) <= set(question.possibly)
        if question.surely:
            more = stating(case, question, an_answer(pick, question, pick(CENTRES)))
            assert settled_by(case, more, question.surely) == set(question.surely), question


@settings(max_examples=size(15))
@given(_CASES, PICKS)
def test_of_few_answers_the_counts_are_those_of_every_answer_tried(case: Case, pick: Pick) -> None:
    undetermined = asked(case).undetermined
    for question in _some(pick, case, (Gap.VALUE,)):
        answers = every_answer(question)
        if answers is None:
            continue
        settled = [settled_by(case, stating(case, question, one), undetermined) for one in answers]
        assert set(question.surely) == set.intersection(*settled), question
        assert set(question.possibly) == set.union(*settled), question


@settings(max_examples=size(15))
@given(_CASES, PICKS)
def test_what_none_settles_and_what_is_complete_settles_is_possible(case: Case, pick: Pick) -> None:
    undetermined = asked(case).undetermined
    for question in _some(pick, case, (Gap.LIST, Gap.COMPLETE)):
        settled = settled_by(case, stating(case, question, []), undetermined)
        assert settled <= set(question.possibly)
        assert question.gap is not Gap.COMPLETE or settled == set(question.possibly)


@settings(max_examples=size(15))
@given(_CASES)
def test_what_is_asked_for_is_what_is_undetermined(case: Case) -> None:
    found = asked(case)
    assert set(found.undetermined) == {key for key, one in statuses_of(case).items() if one is Status.UNDETERMINED}
    reached = {one for question in found.questions for one in question.possibly}
    left = {one.finding for one in found.left}
    assert reached | left == set(found.undetermined)
    assert not reached & left
    ranks = [(-len(one.surely_norms), -len(one.possibly_norms)) for one in found.questions]
    assert ranks == sorted(ranks)
    assert len({one.pointer for one in found.questions}) == len(found.questions)


def test_what_there_was_no_time_for_is_counted() -> None:
    case = read_case("# as of 2018-05-01\n# none: \nservices: [{id: a}, {id: b}, {id: c}]\n")
    all_ = asked(case)
    some = Questioner(miit_b25(), most=200).ask(case.document, case.moment)
    assert all_.untried == 0
    assert some.untried > 0
    assert set(some.questions) < set(all_.questions)
    assert set(some.left) <= set(all_.left)
