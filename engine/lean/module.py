"""A module of Python for some norms: a function for each table of subjects, and one that goes through a company."""

from collections.abc import Iterable, Sequence
from typing import Final

from ...facts.schema import COMPANY, Schema, Table
from ..compiled.block import Block
from ..language.tree import SUBJECT, And
from ..norms import Norm
from ..status import Status
from .conditions import ConditionWriter

__all__ = ["ModuleWriter", "by_subject"]

_NUMBERS: Final = {status: number for number, status in enumerate(Status)}
_VIOLATED, _PENDING, _UNDETERMINED = (_NUMBERS[one] for one in (Status.VIOLATED, Status.PENDING, Status.UNDETERMINED))
_MET, _NOT_APPLICABLE = _NUMBERS[Status.MET], _NUMBERS[Status.NOT_APPLICABLE]


def by_subject(norms: Iterable[Norm]) -> dict[str, list[Norm]]:
    """Norms by the table of their subjects, in the order in which statuses are given."""
    found: dict[str, list[Norm]] = {}
    for norm in norms:
        found.setdefault(norm.subject, []).append(norm)
    return found


class ModuleWriter(ConditionWriter):
    """Writes the module of some norms."""

    def __init__(self, schema: Schema, norms: Sequence[Norm]) -> None:
        trees = [tree for norm in norms for tree in (norm.applies, norm.breach, norm.review, norm.late)]
        super().__init__(schema, [tree for tree in trees if tree is not None])
        self._norms = by_subject(norms)

    def source(self) -> str:
        """A module with the class `State` and the function `statuses`: of a state, to a status each as 0 to 4."""
        written = [self._table(table, norms) for table, norms in self._norms.items()]
        main = self._main()
        words = [f"{name} = {value}" for name, value in sorted(self._words.items())]
        return "\n\n\n".join(
            [
                '"""Made from a ruleset. Values are 0 (false), 1 (unknown), 2 (true)."""',
                *(["\n".join(words)] if words else []),
                self._state(),
                *self._bodies,
                *written,
                main,
            ]
        )

    def _state(self) -> str:
        names = [*self._functions.values()]
        return "\n".join(["class State(Stated):", *(f"    {name} = None" for name in names), "    pass"])

    def _table(self, table: str, norms: Sequence[Norm]) -> str:
        """Two functions: what norms say of an element, and of what an incomplete list may hold besides."""
        above = self._levels(table)
        rows = [] if table == COMPANY else [SUBJECT, *(f"{SUBJECT}_{level}" for level in range(1, above))]
        name, parameters = table.replace(".", "_"), ", ".join(["s", "add", *rows])
        stated = Block(f"def of_{name}({parameters}):")
        stated.line("company = s.company")
        for norm in norms:
            stated.line(f"# {norm.id!r}")
            self._norm(norm, stated)
        if table == COMPANY:
            return "\n".join(stated.lines)
        imagined = Block(f"def of_unlisted_{name}({parameters}):")
        imagined.line("company = s.company")
        for norm in norms:
            applies = self._condition(norm.applies, imagined)
            imagined.line(f"add({_UNDETERMINED} if {applies} else {_NOT_APPLICABLE})")
        return "\n".join([*stated.lines, "", "", *imagined.lines])

    def _levels(self, table: str) -> int:
        """How many lists lie between the company and the elements of a table, its own counted."""
        parent = self._schema.tables[table].parent
        return 0 if parent is None else 1 + self._levels(parent)

    def _norm(self, norm: Norm, block: Block) -> None:
        """A norm's status, as `status.decide` gives it, with nothing worked out that does not matter."""
        applies = self._condition(norm.applies, block)
        if applies in ("0", "1"):
            block.line(f"add({_UNDETERMINED if applies == '1' else _NOT_APPLICABLE})")
            return
        if applies == "2":
            self._breach(norm, block)
            return
        with block.inside(f"if {applies} == 2:", block.reached.get(applies) if isinstance(norm.applies, And) else None):
            self._breach(norm, block)
        with block.inside("else:"):
            block.line(f"add({_UNDETERMINED} if {applies} else {_NOT_APPLICABLE})")

    def _breach(self, norm: Norm, block: Block) -> None:
        breach = self._condition(norm.breach, block)
        if norm.review is not None:
            name = block.name()
            block.line(f"{name} = {breach}")
            with block.inside(f"if {name} == 0:"):
                review = self._condition(norm.review, block)
                block.line(f"{name} = 1 if {review} else 0")
            breach = name
        with block.inside(f"if {breach} == 0:"):
            block.line(f"add({_MET})")
        with block.inside("else:"):
            late = self._condition(norm.late, block)
            sure = f"{_VIOLATED} if {breach} == 2 else {_UNDETERMINED}"
            if late == "2":
                block.line(f"add({sure})")
            else:
                block.line(f"add({_PENDING} if {late} == 0 else {_UNDETERMINED} if {late} == 1 else {sure})")

    def _main(self) -> str:
        """The function that finds the lists which are asked for, and goes through all subjects."""
        asked = set(self._lists)
        subjects = [path for path in self._norms if self._levels(path) == 1]
        block = Block("def statuses(s):")
        block.line("stated = s.company.__dict__")
        block.line("partial = s.partial")
        for path in dict.fromkeys((*self._lists, *subjects)):
            self._list(self._schema.tables[path], path in asked, block)
        block.line("codes = []")
        block.line("add = codes.append")
        for path, norms in self._norms.items():
            self._go_through(path, f"codes += {', '.join([str(_NOT_APPLICABLE)] * len(norms))},", block)
        block.line("return codes")
        return "\n".join(block.lines)

    def _list(self, table: Table, asked: bool, block: Block) -> None:
        """A list and whether there may be more, in names of the function; in the state too where norms ask for it."""
        name = table.path.replace(".", "_")
        if table.derived:
            block.line(f"list_{name}, more_{name} = s.derived({table.path!r})")
        else:
            section, _, rest = table.path.partition(".")
            owner = f"stated[{section!r}]"
            block.line(f"list_{name} = {f'{owner}.{rest}' if rest else owner}")
            block.line(f"more_{name} = 0")
            with block.inside(f"if list_{name} is None:"):
                block.line(f"list_{name} = ()")
                block.line(f"more_{name} = 1")
            with block.inside(f"elif partial and {table.path!r} in partial:"):
                block.line(f"more_{name} = 1")
        if asked:
            block.line(f"s.list_{name} = list_{name}")
            block.line(f"s.more_{name} = more_{name}")

    def _go_through(self, path: str, nothing: str, block: Block) -> None:
        """The subjects of a table in the order of rows: elements, then what incomplete lists may hold besides."""
        name = path.replace(".", "_")
        if path == COMPANY:
            block.line("of_company(s, add)")
        elif self._levels(path) == 1:
            with block.inside(f"if list_{name} or more_{name}:"):
                with block.inside(f"for it in list_{name}:"):
                    block.line(f"of_{name}(s, add, it)")
                with block.inside(f"if more_{name}:"):
                    block.line(f"of_unlisted_{name}(s, add, s.unlisted({path!r}))")
            with block.inside("else:"):
                block.line(nothing)
        else:
            block.line(f"elements, unlisted = s.elements({path!r})")
            for each, function in (("elements", "of"), ("unlisted", "of_unlisted")):
                with block.inside(f"for rows in {each}:"):
                    block.line(f"{function}_{name}(s, add, *rows)")
            with block.inside("if not elements and not unlisted:"):
                block.line(nothing)
