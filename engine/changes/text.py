"""Which clauses of the text changed, and in which passages."""

from collections.abc import Iterator
from difflib import SequenceMatcher

from ..norms import Clause, Definition
from .model import ClauseChange, Kind, Rewritten
from .norms import in_both, rewritten
from .versions import RulesetVersion

__all__ = ["clause_changes"]


def clause_changes(before: RulesetVersion, after: RulesetVersion) -> tuple[ClauseChange, ...]:
    """The clauses that changed: those of the newer text in its order, then those that are gone."""
    olds, news = before.ruleset.clause_of, after.ruleset.clause_of
    found = []
    for name in dict.fromkeys((*news, *olds)):
        was, now = olds.get(name), news.get(name)
        if was == now:
            continue
        one = now or was
        assert one is not None
        if was is None or now is None:
            kind = Kind.ADDED if was is None else Kind.REMOVED
            texts = (None if was is None else was.text, None if now is None else now.text)
            found.append(ClauseChange(name, kind, one.citation, one.title, False, (Rewritten("text", *texts),)))
        else:
            found.append(
                ClauseChange(
                    name, Kind.CHANGED, now.citation, now.title, was.text == now.text, tuple(_differing(was, now))
                )
            )
    return tuple(found)


def _differing(was: Clause, now: Clause) -> Iterator[Rewritten]:
    """The passages that were put in place of others, segment by segment; else what else of the clause differs."""
    if was.text != now.text:
        old, new = ([one.text for one in clause.segments] for clause in (was, now))
        for which, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
            texts = "".join(old[a:b]), "".join(new[c:d])
            if which != "equal" and texts[0] != texts[1]:
                yield Rewritten("text", *(text or None for text in texts))
    for written in (_heading, _definitions):
        yield from rewritten(written(was), written(now))
    roles = [[(one.role, one.text, one.norms, one.slot) for one in clause.segments] for clause in (was, now)]
    if roles[0] != roles[1] and was.text == now.text:
        yield Rewritten("segments", *(_cut(clause) for clause in (was, now)))


def _cut(clause: Clause) -> str:
    """The clause with its segments apart, and the norms on each."""
    return "|".join(f"{one.text}[{', '.join(one.norms)}]" if one.norms else one.text for one in clause.segments)


def _heading(clause: Clause) -> dict[str, str]:
    return {"number": clause.number, "citation": clause.citation, "title": in_both(clause.title)}


def _definitions(clause: Clause) -> dict[str, str]:
    return {name: _told(one) for name, one in clause.definitions.items()}


def _told(definition: Definition) -> str:
    """A definition in both languages, and the readings that it rests on."""
    title, means = definition.title, definition.means
    resting = f" [{', '.join(definition.readings)}]" if definition.readings else ""
    return f"{title.zh}：{means.zh} / {title.en}: {means.en}{resting}"
