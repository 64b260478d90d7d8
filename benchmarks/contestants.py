"""Who decides the thirty norms for one company in `make bench`, and the check that they all answer alike."""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from random import Random
from typing import Any, Protocol

import msgspec

from hegui.engine.audit import Auditor
from hegui.engine.decisions import Engine, decided
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import Ruleset, load_ruleset
from hegui.engine.status import decide
from hegui.facts import Document, from_mapping
from hegui.facts.as_of import AsOf
from hegui.rulesets import find_ruleset

from .companies import AS_OF, company
from .expected import expected
from .fused import statuses
from .mutations import mutated
from .norms import SUBJECTS, THIRTY, norms
from .prepared import Prepared, prepared

__all__ = ["MOMENT", "Peer", "check", "hegui_calls", "peers", "thirty"]

MOMENT = AsOf(AS_OF)


class Peer(Protocol):
    """Tells what is surely violated."""

    name: str

    def violated(self, facts: Prepared) -> Iterable[tuple[str, str]]:
        """Norm and subject."""
        ...


def thirty() -> Ruleset:
    """The packaged ruleset with thirty norms and no umbrellas."""
    whole = load_ruleset(find_ruleset())
    return msgspec.structs.replace(
        whole,
        digest=f"{whole.digest}, thirty",
        norms={norm.id: norm for norm in norms()},
        umbrellas={},
        variants=tuple(one for one in whole.variants if one.norm.id in THIRTY),
    )


def peers() -> Iterator[Peer]:
    """Each of the engines of others; needs the extra `peers`."""
    from .in_clips import Clips
    from .in_jsonlogic import JsonLogic
    from .in_rego import Rego
    from .in_zen import Zen

    yield from (JsonLogic(), Rego(), Zen(), Clips())


def _decided(engine: Engine, document: Document) -> list[tuple[str, tuple[str, ...], str]]:
    rows = make_rows(document.company, MOMENT)
    decisions = engine.decide(rows)
    return [
        (norm.id, row.ids, decide(decision))
        for norm in norms()
        for row, decision in decided(norm.id, norm.subject, rows, decisions)
    ]


def _with_evidence(auditor: Auditor, document: Document) -> None:
    for finding in auditor.audit(document, MOMENT).findings:
        _ = finding.evidence


def hegui_calls() -> dict[str, Callable[[Document], object]]:
    """What hegui offers, by name, each of a document that is read and checked."""
    from hegui.engine.rete import ReteEngine

    from .host import HostEngine

    compiled = Auditor(thirty(), engine="compiled")
    late = Auditor(thirty(), engine="compiled", late=True)
    rete, host = ReteEngine(norms()), HostEngine(norms())
    return {
        "`compiled`, every status": lambda document: compiled.statuses(document, MOMENT).items(),
        "`compiled`, counts by status": lambda document: compiled.statuses(document, MOMENT).counts,
        "`compiled`, full report, told when it is looked into": lambda document: late.audit(document, MOMENT),
        "`compiled`, full report, every finding with its evidence": lambda document: _with_evidence(late, document),
        "`rete`, statuses only": lambda document: _decided(rete, document),
        "stock `Host` of durable-rules, the rules of `rete`": lambda document: _decided(host, document),
    }


def _told(auditor: Auditor, document: Document) -> dict[tuple[str, str], str]:
    """Every status, but those about lists that are stated to be empty."""
    return {
        (norm, "/".join(ids)): str(status)
        for (norm, ids), status in auditor.statuses(document, MOMENT).items()
        if ids or SUBJECTS[norm] == "company"
    }


def _exact(facts: dict[str, Any]) -> bool:
    """Whether every minute is one: the host of the two-valued engines prepares no others."""
    return re.search(r'_at": "[0-9-]{10}"', json.dumps(facts)) is None


def check(contestants: Iterable[Peer], count: int = 100) -> None:
    """Ends the run where somebody answers otherwise than the compiled engine, on invented and on changed companies."""
    random = Random(20990001)
    others = list(contestants)
    compiled = Auditor(thirty(), engine="compiled")
    for number in range(count):
        usual = company(number)
        for facts in (usual, mutated(usual, random), mutated(usual, random, 12)):
            document = from_mapping(facts)
            read = document.company
            wanted = expected(read, AS_OF)
            _same("Auditor.statuses", wanted, _told(compiled, document), facts)
            _same(
                "the fused function",
                wanted,
                {(norm, one): status for norm, one, status in statuses(read, AS_OF)},
                facts,
            )
            if _exact(facts):
                violated = {key for key, status in wanted.items() if status == "violated"}
                for peer in others:
                    _same(peer.name, violated, set(peer.violated(prepared(facts))), facts)


def _same(name: str, wanted: object, given: object, facts: dict[str, Any]) -> None:
    if wanted != given:
        raise SystemExit(
            f"{name} answers otherwise than the compiled engine, so nothing is timed; the company is\n{facts}"
        )
