"""Which concepts and readings changed."""

from collections.abc import Mapping
from types import MappingProxyType

from ...facts.schema import company_schema
from ..language.errors import LanguageError
from ..language.parse import parse_condition
from ..language.scope import Scope
from ..language.tree import DAY, Call, Condition, Value, Variable
from ..norms import Concept, Reading
from .meaning import same_condition
from .model import ConceptChange, Effect, Kind, ReadingChange, Rewritten, gravest
from .norms import in_both, rewritten
from .versions import RulesetVersion

__all__ = ["concept_changes", "reading_changes"]


def concept_changes(before: RulesetVersion, after: RulesetVersion) -> tuple[ConceptChange, ...]:
    """The concepts that changed: those of the newer version first, then those that are gone.

    One that came or went means nothing by itself: the norms that rest on it say what became of them.
    """
    olds, news = before.ruleset.concepts, after.ruleset.concepts
    found = []
    for name in dict.fromkeys((*news, *olds)):
        was, now = olds.get(name), news.get(name)
        effect = _effect(was, now, before, after)
        different = rewritten(_concept_written(was), _concept_written(now))
        if effect is not Effect.NOTHING or different or was is None or now is None:
            one = now or was
            assert one is not None
            norms = _resting(name, before, after, before.norms_of_concept, after.norms_of_concept)
            own = Effect.STATUS if was is None or now is None else _effect_in(was, now, after)
            found.append(ConceptChange(name, _kind(was, now), one.title, gravest((effect, own)), own, different, norms))
    return tuple(found)


def _effect_in(was: Concept, now: Concept, side: RulesetVersion) -> Effect:
    """What the words of a concept do where all else, readings included, is of one version; under any reading."""
    values = [(one.id, value) for one in side.ruleset.readings.values() for value in one.values]
    try:
        if was.declaration != now.declaration:
            for reading, value in values:
                chosen = {reading: value}
                if not same_condition(_parsed(was, side, chosen), _parsed(now, side, chosen)):
                    return Effect.STATUS
        return _effect(was, now, side, side)
    except LanguageError:  # the older one rests on what is no more
        return Effect.STATUS


def _mean_the_same(was: Concept, old: RulesetVersion, now: Concept, new: RulesetVersion) -> bool:
    kinds = [[one.table for one in concept.declaration.parameters] for concept in (was, now)]
    return kinds[0] == kinds[1] and same_condition(_parsed(was, old), _parsed(now, new))


def _effect(was: Concept | None, now: Concept | None, before: RulesetVersion, after: RulesetVersion) -> Effect:
    if was is None or now is None:
        return Effect.NOTHING
    if not _mean_the_same(was, before, now, after):
        return Effect.STATUS
    same = was.title == now.title and _parsed(was, before) == _parsed(now, after)
    return Effect.NOTHING if same else Effect.TELLING


def _parsed(
    concept: Concept, side: RulesetVersion, chosen: Mapping[str, int | str | bool] = MappingProxyType({})
) -> Condition:
    """The concept's condition, its parameters by their place and not by their names."""
    rows: dict[str, Variable] = {}
    days: dict[str, Value] = {}
    for place, one in enumerate(concept.declaration.parameters):
        if one.table is None:
            days[one.name] = Call(f"parameter {place}", (), DAY)
        else:
            rows[one.name] = Variable(f"parameter {place}", one.table)
    declarations = {name: other.declaration for name, other in side.ruleset.concepts.items()}
    scope = Scope(
        company_schema(), readings={**side.ruleset.settings, **chosen}, concepts=MappingProxyType(declarations)
    )
    return parse_condition(concept.declaration.text, scope.for_concept(concept.name, rows, days))


def _concept_written(concept: Concept | None) -> dict[str, str]:
    if concept is None:
        return {}
    declared = concept.declaration
    of = ", ".join(f"{one.name}: {one.table or 'day'}" for one in declared.parameters)
    return {"title": in_both(concept.title), "of": of, "holds": " ".join(declared.text.split())}


def reading_changes(before: RulesetVersion, after: RulesetVersion) -> tuple[ReadingChange, ...]:
    """The readings that changed: those of the newer version first, then those that are gone.

    Another default changes statuses; so does, for whoever chose it, a value that is gone.
    """
    olds, news = before.ruleset.readings, after.ruleset.readings
    found = []
    for name in dict.fromkeys((*news, *olds)):
        was, now = olds.get(name), news.get(name)
        different = rewritten(_reading_written(was), _reading_written(now))
        if not different and was is not None and now is not None:
            continue
        one = now or was
        assert one is not None
        kept = [] if now is None else [(type(value), value) for value in now.values]
        gone = () if was is None else tuple(value for value in was.values if (type(value), value) not in kept)
        norms = _resting(name, before, after, before.norms_of_reading, after.norms_of_reading)
        effect = _reading_effect(was, now, different, gone)
        found.append(ReadingChange(name, _kind(was, now), one.title, effect, different, gone, norms))
    return tuple(found)


def _reading_effect(
    was: Reading | None, now: Reading | None, different: tuple[Rewritten, ...], gone: tuple[object, ...]
) -> Effect:
    if gone or (was is not None and now is not None and was.default != now.default):
        return Effect.STATUS
    # One that came or went without values explains a choice; what it did to the norms stands with them.
    return Effect.TELLING if different else Effect.NOTHING


def _reading_written(reading: Reading | None) -> dict[str, str]:
    if reading is None:
        return {}
    values = [f"{_value(one.value)} ({in_both(one.title)})" for one in reading.alternatives]
    texts = {name: getattr(reading, name) for name in ("title", "problem", "resolution")}
    return {
        "default": "" if reading.default is None else _value(reading.default),
        "alternatives": "; ".join(values),
        **{name: in_both(text) for name, text in texts.items()},
    }


def _value(value: int | str | bool) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)


def _kind(was: object, now: object) -> Kind:
    return Kind.ADDED if was is None else Kind.REMOVED if now is None else Kind.CHANGED


def _resting(
    name: str,
    before: RulesetVersion,
    after: RulesetVersion,
    old: Mapping[str, frozenset[str]],
    new: Mapping[str, frozenset[str]],
) -> tuple[str, ...]:
    """The norms that rest on something in one of the versions, in the order of the newer text, gone ones last."""
    norms = old.get(name, frozenset()) | new.get(name, frozenset())
    ordered = dict.fromkeys((*after.ruleset.order, *before.ruleset.order))
    return tuple(one for one in ordered if one in norms)
