"""What a norm says, told from the ruleset: for `hegui norms show`."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, NamedTuple

from ...engine.norms import Basis, BasisKind, Clause, Norm, Reading, Umbrella
from ...engine.status import Status
from ...facts import Bilingual
from ...facts.schema import company_schema
from .law import choices_text
from .page import Page
from .style import SEVERITY_STYLES, Style
from .telling import Telling
from .terms import EXTERNAL, LIST_JOINT, SEVERITIES, STATUSES
from .width import padded

__all__ = ["NormSource", "definition_text", "norm_text", "umbrella_text"]


class NormSource(NamedTuple):
    """What only the clause file of a norm has: its conditions as they are written there, by key, and the statuses of
    its examples."""

    conditions: Mapping[str, str]
    examples: Sequence[Status]


_INDENT: Final = 2
_CONDITIONS: Final[Mapping[str, Bilingual]] = {
    "applies": Bilingual("何时适用", "it applies where"),
    "forbids": Bilingual("何时违反", "it is broken where"),
    "requires": Bilingual("何时符合", "it is met where"),
    "done": Bilingual("何日履行", "done on"),
    "by": Bilingual("最迟期限", "by"),
    "review": Bilingual("何时由人判断", "left to judgement where"),
}
_MODALITIES: Final = {"obligation": Bilingual("义务", "obligation"), "prohibition": Bilingual("禁止", "prohibition")}
_VERIFIED: Final = {
    "yes": Bilingual("", ""),
    "partial": Bilingual(",部分核实", ", partly verified"),
    "no": Bilingual(",未核实", ", unverified"),
}


def norm_text(
    norm: Norm, clause: Clause, readings: Iterable[tuple[Reading, object]], source: NormSource, telling: Telling
) -> str:
    """A norm in full: `readings` are those it rests on with the value in force, `source` what its file has besides."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    teller = _Teller(page)
    marks = [page.say(_MODALITIES[norm.modality]), page.say(SEVERITIES[norm.severity])]
    marks += [page.say(EXTERNAL)] if norm.external else []
    page.write(f"{norm.id} {page.say(norm.title)}", style=Style.STRONG, tail=f"[{' · '.join(marks)}]")
    teller.clause(clause, norm.id)
    teller.entry(Bilingual("意思", "Meaning"), page.say(norm.message))
    teller.subject(norm)
    teller.conditions(norm, source)
    gravity = f"{page.say(SEVERITIES[norm.severity])}{page.say(Bilingual(':', ': '))}{page.say(norm.because)}"
    teller.entry(Bilingual("轻重", "Gravity"), gravity, SEVERITY_STYLES[norm.severity])
    teller.entry(Bilingual("整改", "Remedy"), page.say(norm.remedy))
    teller.entry(Bilingual("备查", "Records"), page.say(LIST_JOINT).join(norm.documents))
    teller.bases(norm.bases)
    teller.readings(readings)
    if norm.note is not None:
        teller.entry(Bilingual("说明", "Note"), page.say(norm.note))
    teller.examples(source)
    where = Bilingual(
        f"{norm.file}:{norm.line},自规则版本 {norm.since} 起", f"{norm.file}:{norm.line}, since {norm.since}"
    )
    teller.entry(Bilingual("出处", "File"), page.say(where))
    return page.text


def umbrella_text(umbrella: Umbrella, clause: Clause, titles: Mapping[str, Bilingual], telling: Telling) -> str:
    """An umbrella, with the titles of the norms that it follows from."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    teller = _Teller(page)
    page.write(f"{umbrella.id} {page.say(umbrella.title)}", style=Style.STRONG)
    teller.clause(clause, umbrella.id)
    teller.entry(Bilingual("意思", "Meaning"), page.say(umbrella.message))
    told = Bilingual(
        "由下列规范得出,取其中最重的状态:", "it follows from these norms and takes the worst of their statuses:"
    )
    teller.entry(Bilingual("来由", "From"), page.say(told))
    for member in umbrella.follows_from:
        page.write(page.say(titles[member]), prefix=f"- {padded(member, 11)} ", indent=_INDENT + teller.columns)
    if umbrella.note is not None:
        teller.entry(Bilingual("说明", "Note"), page.say(umbrella.note))
    return page.text


def definition_text(name: str, clause: Clause, telling: Telling) -> str:
    """A definition, which says what words mean and has no status of its own."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    teller = _Teller(page)
    definition = clause.definitions[name]
    page.write(
        f"{name} {page.say(definition.title)}", style=Style.STRONG, tail=page.say(Bilingual("[定义]", "[definition]"))
    )
    teller.clause(clause, name)
    teller.entry(Bilingual("意思", "Meaning"), page.say(definition.means))
    return page.text


class _Teller:
    def __init__(self, page: Page) -> None:
        self.page = page
        self.columns = 6 if page.language == "zh" else 9

    def entry(self, label: Bilingual, text: str, style: Style = Style.PLAIN) -> None:
        self.page.entry(label, text, indent=_INDENT, columns=self.columns, style=style)

    def item(self, text: str) -> None:
        self.page.write(text, prefix="- ", indent=_INDENT + self.columns)

    def clause(self, clause: Clause, norm: str) -> None:
        """The whole clause, with the phrases that ground the norm in heavy brackets."""
        self.entry(Bilingual("条款", "Clause"), f"{clause.citation} {self.page.say(clause.title)}")
        marked, inside = "", False
        for segment in clause.segments:
            grounds = norm in segment.norms
            if grounds != inside:
                marked += "【" if grounds else "】"
                inside = grounds
            marked += segment.text
        self.entry(Bilingual("原文", "Text"), marked + ("】" if inside else ""))

    def subject(self, norm: Norm) -> None:
        table = company_schema().tables[norm.subject]
        told = Bilingual(
            f"{table.title.zh}({norm.subject}):{table.help.zh}", f"{table.title.en} ({norm.subject}): {table.help.en}"
        )
        self.entry(Bilingual("对象", "About"), self.page.say(told))
        for field in table.fields.values():
            if field.name != "id":
                described = Bilingual(
                    f"{field.name} {field.title.zh}:{field.help.zh}", f"{field.name}: {field.help.en}"
                )
                self.item(self.page.say(described))

    def conditions(self, norm: Norm, source: NormSource) -> None:
        if not source.conditions:
            return
        self.entry(Bilingual("条件", "When"), self.page.say(Bilingual("如规则文件所写:", "as the clause file has it:")))
        for key, condition in source.conditions.items():
            title = self.page.say(_CONDITIONS.get(key, Bilingual("推算值", "derived")))
            self.page.write(condition, prefix=f"- {key} ({title}): ", indent=_INDENT + self.columns, hang=4)

    def bases(self, bases: Iterable[Basis]) -> None:
        for number, basis in enumerate(bases):
            if number == 0:
                self.entry(Bilingual("依据", "Law"), self.page.say(Bilingual("及后果:", "and what may follow:")))
            consequence = basis.kind in (BasisKind.PENALTY, BasisKind.CONSEQUENCE)
            kind = Bilingual("后果,", "consequence, ") if consequence else Bilingual("", "")
            article = (
                Bilingual("有关条款", "an article")
                if basis.article is None
                else Bilingual(basis.article, basis.article)
            )
            cited = f"《{basis.instrument.title}》{self.page.say(article)}{self.page.say(_VERIFIED[basis.verified])}"
            self.item(f"{self.page.say(kind)}{cited}{self.page.say(Bilingual(':', ': '))}{self.page.say(basis.gist)}")

    def readings(self, readings: Iterable[tuple[Reading, object]]) -> None:
        for number, (reading, value) in enumerate(readings):
            if number == 0:
                self.entry(
                    Bilingual("解释", "Readings"), self.page.say(Bilingual("所依据的选择:", "the choices it rests on:"))
                )
            told = Bilingual(
                f"{reading.title.zh}:{reading.problem.zh} {reading.resolution.zh}",
                f"{reading.title.en}: {reading.problem.en} {reading.resolution.en}",
            )
            self.item(self.page.say(told))
            if isinstance(value, (int, str)):
                choices = self.page.say(choices_text(reading, value))
                self.page.write(choices, indent=_INDENT + self.columns + 2)

    def examples(self, source: NormSource) -> None:
        counts = {status: source.examples.count(status) for status in STATUSES}
        told = [f"{self.page.say(STATUSES[status])} {count}" for status, count in counts.items() if count]
        if told:
            self.entry(Bilingual("样例", "Examples"), self.page.say(LIST_JOINT).join(told))
