"""What can be stated, as tables: one for the company and one for each list, in the order of a document.

It is read off the models, so that whoever needs the fields (conditions, rows, templates, JSON Schema) has one account
of them.
"""

from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from types import MappingProxyType
from typing import Any, Final, get_args

from msgspec import Struct
from pydantic.fields import FieldInfo

from .acting import Act, Adding
from .bilingual import Bilingual
from .describe import About
from .kinds import Kind as Kind
from .kinds import Scalar
from .models import groups
from .models.base import Element, Facts
from .models.company import Company
from .models.derived import CheckPeriod, LicensedBusiness, OperatingProvince, ReportYear
from .words.base import Word

COMPANY: Final = "company"
"""The path of the one table that is no list: the company's own fields, and under `licence.number` those of sections."""

VALUE: Final = "value"
"""The one field of a list of words."""

_STATEMENTS: Final = frozenset({"partial", "sources"})  # about the document, not about the company


class Field(Struct, frozen=True):
    """One field. `event` marks the date of something that happens; `words` is the enumeration of a WORD.

    `act` is what a company can do about it; without one it is a record.
    """

    name: str
    kind: Kind
    event: bool
    words: type[Word] | None
    title: Bilingual
    help: Bilingual
    unit: str | None
    required: bool
    act: Act | None = None


class Table(Struct, frozen=True):
    """One list (or the company). Its `parent` is the path of the list whose elements hold it, or 'company'.

    `path` leads from the company, with dots: 'licence.terms', 'inspections.requests'. `singular` names one row.
    `occurrence` names the event dates any of which means that the element has come to be. `words` is set for a list of
    words or texts, and says which; such a table has the one field `value`, and each row is its own id. `ending` is the
    event date after which an element is over; `adding` is how a company can add one.
    """

    path: str
    singular: str
    parent: str | None
    fields: Mapping[str, Field]
    occurrence: tuple[str, ...]
    title: Bilingual
    help: Bilingual
    group: Bilingual
    derived: bool
    words: Kind | None
    ending: str | None = None
    adding: Adding | None = None
    grows: bool = False
    """Whether something done can add elements: one that is made, or for a derived list what they follow from."""

    @property
    def name(self) -> str:
        """The last part of the path: the list's name in the element that holds it."""
        return self.path.rpartition(".")[2]


class Schema(Struct, frozen=True, dict=True):
    """All tables by path, parents before their children, derived ones last."""

    tables: Mapping[str, Table]

    @cached_property
    def children(self) -> Mapping[str, tuple[Table, ...]]:
        """The tables directly under one, by its path; none for a table that nothing is under."""
        found: dict[str, tuple[Table, ...]] = {}
        for table in self.tables.values():
            if table.parent is not None:
                found[table.parent] = (*found.get(table.parent, ()), table)
        return found

    def above(self, path: str, levels: int) -> Table:
        """The table `levels` above the one at a path; 0 is the table itself."""
        table = self.tables[path]
        for _ in range(levels):
            assert table.parent is not None
            table = self.tables[table.parent]
        return table


@cache
def company_schema() -> Schema:
    """The schema of `Company`, with the derived lists."""
    tables = {table.path: table for table in (*_stated(), *_derived())}
    return Schema(MappingProxyType(tables))


@cache
def sources_table() -> Table:
    """The list of where statements come from, which is about the document and no part of the company's schema."""
    (table,) = _list("sources", Company.model_fields["sources"], COMPANY, groups.STATEMENTS)
    return table


def about(field: FieldInfo) -> About:
    """The description of a model's field."""
    found = field.json_schema_extra
    assert isinstance(found, About), "every field of a model is made by hegui.facts.describe"
    return found


def element_model(field: FieldInfo) -> type[Facts] | None:
    """The model of the elements, where `field` is a list of elements or a section."""
    return next(
        (leaf for leaf in _leaves(field.annotation) if isinstance(leaf, type) and issubclass(leaf, Facts)), None
    )


def is_list(field: FieldInfo) -> bool:
    """Whether `field` is a list: of elements, of words or of texts."""
    return about(field).singular is not None


def scalar_of(field: FieldInfo) -> tuple[Kind, bool, type[Word] | None]:
    """Kind, whether it is an event date, and words of a field, or of each entry of a list of words or texts."""
    for leaf in (*field.metadata, *_leaves(field.annotation)):
        if isinstance(leaf, Scalar):
            return leaf.kind, leaf.event, None
        if isinstance(leaf, type) and issubclass(leaf, Word):
            return Kind.WORD, False, leaf
    raise AssertionError(f"the field {about(field).title.en!r} holds no scalar")


def _stated() -> Iterator[Table]:
    own: dict[str, Field] = {}
    lists: list[tuple[str, FieldInfo, Bilingual]] = []
    for name, field in Company.model_fields.items():
        if name in _STATEMENTS:
            continue
        group = about(field).group or groups.COMPANY
        model = element_model(field)
        if is_list(field):
            lists.append((name, field, group))
        elif model is None:
            own[name] = _field(name, field)
        else:
            for inner, inner_field in model.model_fields.items():
                path = f"{name}.{inner}"
                if is_list(inner_field):
                    lists.append((path, inner_field, group))
                else:
                    own[path] = _field(path, inner_field)
    title, help_ = Bilingual("公司", "company"), Bilingual("公司自身的情况", "the company's own facts")
    yield Table(COMPANY, COMPANY, None, MappingProxyType(own), (), title, help_, groups.COMPANY, False, None)
    for path, field, group in lists:
        yield from _list(path, field, COMPANY, group)


def _list(path: str, field: FieldInfo, parent: str, group: Bilingual, derived: bool = False) -> Iterator[Table]:
    described, model = about(field), element_model(field)
    assert described.singular is not None
    ending = model.ending if model is not None and issubclass(model, Element) else None
    if model is None:
        kind, event, words = scalar_of(field)
        value = Field(VALUE, kind, event, words, described.title, described.help, None, required=True)
        fields, of_words = {VALUE: value}, kind
    else:
        fields = {name: _field(name, inner) for name, inner in model.model_fields.items() if not is_list(inner)}
        of_words = None
    yield Table(
        path,
        described.singular,
        parent,
        MappingProxyType(fields),
        _occurrence(model),
        described.title,
        described.help,
        group,
        derived,
        of_words,
        ending,
        described.adding,
        described.adding is not None,
    )
    for name, inner in model.model_fields.items() if model is not None else ():
        if is_list(inner):
            yield from _list(f"{path}.{name}", inner, path, group, derived)


def _derived() -> Iterator[Table]:
    for path, singular, model, title, help_ in _DERIVED:
        fields = MappingProxyType({name: _field(name, inner) for name, inner in model.model_fields.items()})
        yield Table(
            path,
            singular,
            COMPANY,
            fields,
            model.occurrence,
            title,
            help_,
            groups.DERIVED,
            True,
            None,
            grows=model.grows,
        )


_DERIVED: Final[tuple[tuple[str, str, type[Element], Bilingual, Bilingual], ...]] = (
    (
        "report_years",
        "report_year",
        ReportYear,
        Bilingual("应报年报的年份", "years of annual reports"),
        Bilingual("首次取得许可证次年起的各年", "each year from the one after the licence was first obtained"),
    ),
    (
        "licensed_businesses",
        "licensed_business",
        LicensedBusiness,
        Bilingual("其他许可证的各项业务", "businesses of the other licences"),
        Bilingual("licences 中每证每项业务一条", "one for each of licences and each of its businesses"),
    ),
    (
        "operating_provinces",
        "operating_province",
        OperatingProvince,
        Bilingual("业务开展地", "provinces of operation"),
        Bilingual("已开始的业务,每代码、网络和省份一条", "of started services, one a code, network and province"),
    ),
    (
        "check_periods",
        "check_period",
        CheckPeriod,
        Bilingual("评测与评估的间隔", "periods between checks"),
        Bilingual("网络单元两次同类评测或评估之间", "from one check of a network unit to the next of its kind"),
    ),
)


def _field(name: str, field: FieldInfo) -> Field:
    described = about(field)
    kind, event, words = scalar_of(field)
    return Field(
        name, kind, event, words, described.title, described.help, described.unit, field.is_required(), described.act
    )


def _occurrence(model: type[Facts] | None) -> tuple[str, ...]:
    return model.occurrence if model is not None and issubclass(model, Element) else ()


def _leaves(annotation: Any) -> Iterator[Any]:
    """`annotation` taken apart: the types it is made of, and what is attached to them."""
    parts = get_args(annotation)
    if not parts:
        yield annotation
    for inner in parts:
        yield from _leaves(inner)
