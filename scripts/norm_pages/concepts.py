"""The page of the concepts: named conditions that norms share."""

from types import MappingProxyType

from hegui.engine.language.parse import parse_text
from hegui.engine.language.scope import Scope
from hegui.engine.language.tree import COMPANY, DAY, Cell, Value, Variable
from hegui.engine.norms import Concept
from hegui.facts.schema import company_schema
from scripts.norm_pages import markdown
from scripts.norm_pages.conditions import ConditionWords
from scripts.norm_pages.naming import Naming
from scripts.norm_pages.needed import concepts_named, trees_of
from scripts.norm_pages.source import CONCEPTS, Source, written
from scripts.norm_pages.tongue import Tongue

__all__ = ["concept_link", "concepts_page"]

_MANY = 12


def concept_link(source: Source, name: str, say: Tongue) -> str:
    """The title of a concept, with a link to where it is told."""
    return markdown.link(markdown.text(say.of(source.ruleset.concepts[name].title)), f"{CONCEPTS}#{name}")


def concepts_page(source: Source, say: Tongue) -> list[str]:
    """Each concept: in words, as it is written, and which norms use it."""
    lines = [
        f"# {say('概念', 'Concepts')}",
        "",
        say("多条规范共用的条件。", "Conditions that norms share."),
        "",
    ]
    used = {norm.id: concepts_named(trees_of(norm)) for norm in source.ruleset.norms.values()}
    for name, concept in source.ruleset.concepts.items():
        parameters = ", ".join(one.name for one in concept.declaration.parameters)
        head = f"{name}({parameters})" if parameters else name
        lines += [markdown.anchor(name), "", f"## {markdown.text(say.of(concept.title))} {markdown.code(head)}", ""]
        as_written = written({"holds": concept.declaration.text}, ("holds",))
        lines += [*_in_words(source, concept, say), "", "```text", *as_written, "```", ""]
        users = [norm for norm, names in used.items() if name in names]
        if len(users) > _MANY:
            lines += [say(f"{len(users)} 条规范直接用到。", f"{len(users)} norms name it."), ""]
        elif users:
            told = say.joined([source.norm_link(norm) for norm in users])
            lines += [say(f"直接用于 {told}。", f"Named by {told}."), ""]
    return lines


def _in_words(source: Source, concept: Concept, say: Tongue) -> list[str]:
    declaration = concept.declaration
    rows: dict[str, Variable] = {}
    days: dict[str, Value] = {}
    for one in declaration.parameters:
        if one.table is None:
            days[one.name] = Cell(Variable(one.name, COMPANY.table), one.name, DAY)
        else:
            rows[one.name] = Variable(one.name, one.table)
    ruleset = source.ruleset
    others = MappingProxyType({name: one.declaration for name, one in ruleset.concepts.items()})
    scope = Scope(company_schema(), readings=ruleset.settings, concepts=others)
    tree = parse_text(declaration.text, scope.for_concept(concept.name, rows, days))
    naming = Naming(say, rows=frozenset(rows), days=frozenset(days))
    words = ConditionWords(say, naming, lambda name: concept_link(source, name, say))
    line = words.tell(tree)
    return [text for part in line.together(words.joint) for text in part.listed()]
