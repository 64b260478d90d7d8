"""The page of a clause: its text, its phrases, what they mean, and the norms they ground."""

from hegui.engine.norms import Clause, Definition, Umbrella
from scripts.norm_pages import markdown
from scripts.norm_pages.readings import reading_lines
from scripts.norm_pages.section import norm_lines
from scripts.norm_pages.sentences import sentence
from scripts.norm_pages.source import Source
from scripts.norm_pages.tongue import MODALITIES, ROLES, Tongue

__all__ = ["clause_page"]


def clause_page(clause: Clause, source: Source, say: Tongue) -> list[str]:
    """A clause in Markdown."""
    file = f"clauses/{source.stems[clause.id]}.yaml"
    made_from = markdown.link(markdown.code(file), f"../../../rulesets/{source.folder.name}/{file}")
    lines = [
        f"# {markdown.text(clause.citation)} {markdown.text(say.of(clause.title))}",
        "",
        say(
            f"由 {made_from} 生成。【】内是产生规范或者定义的词句。",
            f"Made from {made_from}. Words in 【】 ground a norm or a definition.",
        ),
        "",
        *markdown.quote(_marked(clause)),
        "",
        f"## {say('词句', 'Phrases')}",
        "",
        *markdown.table(
            (say("词句", "phrase"), say("作用", "role"), say("规范", "norms")),
            (
                (
                    markdown.text(one.text),
                    say.of(ROLES[one.role]),
                    say.joined([source.link(name, clause) for name in one.norms]),
                )
                for one in clause.segments
                if one.text.strip()
            ),
        ),
        "",
    ]
    if clause.definitions:
        lines += [f"## {say('定义', 'Definitions')}", ""]
        for name, definition in clause.definitions.items():
            lines += _definition(name, definition, source, say)
    norms = source.of_clause(clause)
    if norms:
        lines += [f"## {say('规范', 'Norms')}", ""]
    for norm in norms:
        lines += _umbrella(norm, source, say) if isinstance(norm, Umbrella) else norm_lines(norm, source, say)
    return lines


def _marked(clause: Clause) -> str:
    """The text with brackets around what grounds something; neighbours with the same norms share them."""
    marked = ""
    before: tuple[str, ...] = ()
    for segment in clause.segments:
        text = markdown.literal(segment.text)
        if segment.norms and segment.norms == before:
            marked = f"{marked[:-1]}{text}】"
        else:
            marked += f"【{text}】" if segment.norms else text
        before = segment.norms
    return marked


def _definition(name: str, definition: Definition, source: Source, say: Tongue) -> list[str]:
    lines = [markdown.anchor(name), "", f"### {name} {markdown.text(say.of(definition.title))}", ""]
    lines += [markdown.text(say.of(definition.means)), ""]
    readings = reading_lines(definition.readings, source.ruleset, say)
    return [*lines, *readings, ""] if readings else lines


def _umbrella(umbrella: Umbrella, source: Source, say: Tongue) -> list[str]:
    lines = [markdown.anchor(umbrella.id), "", f"### {umbrella.id} {markdown.text(say.of(umbrella.title))}", ""]
    marks = [say.of(MODALITIES[umbrella.modality]), say("汇总", "umbrella")]
    lines += [f"*{' · '.join(marks)}*", "", *markdown.quote(source.quote(umbrella.clause, umbrella.id)), ""]
    members = say.joined([source.norm_link(one) for one in umbrella.follows_from])
    lines += [
        sentence(markdown.text(say.of(umbrella.message)), say),
        "",
        say(
            f"由下列规范得出,取其中最重的状态:{members}。",
            f"It follows from these norms, and takes the worst of their statuses: {members}.",
        ),
        "",
    ]
    if umbrella.note is not None:
        lines += [markdown.text(say.of(umbrella.note)), ""]
    return lines
