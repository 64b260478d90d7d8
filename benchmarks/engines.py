"""The engines on the main example, and the same rules through durable-rules' own `Host`."""

from pathlib import Path

from hegui.engine.audit import Auditor
from hegui.engine.compiled import CompiledEngine
from hegui.engine.rete import ReteEngine
from hegui.engine.rows import make_rows
from hegui.engine.ruleset import load_ruleset
from hegui.facts import load
from hegui.facts.as_of import AsOf
from hegui.rulesets import find_ruleset

from .host import HostEngine
from .tables import ratios
from .timing import medians

__all__ = ["engines"]

_MAIN = Path(__file__).resolve().parent.parent / "examples" / "main"


def engines(rounds: int) -> None:
    """All norms of the ruleset on the main example: deciding, and whole audits."""
    ruleset = load_ruleset(find_ruleset())
    as_of = AsOf.parse((_MAIN / "as_of.txt").read_text())
    document = load(_MAIN / "facts.yaml")
    rows = make_rows(document.company, as_of)
    norms = list(ruleset.norms.values())
    rete, compiled, host = ReteEngine(norms), CompiledEngine(norms), HostEngine(norms)
    expected = rete.decide(rows)
    for engine in (compiled, host):
        if engine.decide(rows) != expected:
            raise SystemExit(f"{engine.name} decides otherwise than rete, so nothing is timed")
    found = medians(
        {
            "stock `Host`, same rules and facts": lambda: host.decide(rows),
            "`rete`": lambda: rete.decide(rows),
            "`compiled`": lambda: compiled.decide(rows),
        },
        rounds,
    )
    ratios(
        f"Deciding the main example ({len(norms)} norms, {len(expected)} findings); ratio to `rete`", found, "`rete`"
    )
    audits = {name: Auditor(ruleset, engine=name) for name in ("rete", "compiled")}
    whole = medians(
        {
            f"audit with `{name}`": lambda auditor=auditor: auditor.audit(document, as_of)  # type: ignore[misc]
            for name, auditor in audits.items()
        },
        rounds,
    )
    ratios("A whole audit of the main example in a running process; ratio to `rete`", whole, "audit with `rete`")
