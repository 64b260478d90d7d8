"""From names and attributes to cells: `it.started_on`, `inspection.authority`, `licence.number`."""

import ast

from ...facts.schema import Field, Schema, Table
from .errors import LanguageError, nearest
from .scope import Scope
from .tree import COMPANY, SUBJECT, Cell, ValueType, Variable

__all__ = ["cell", "field_type", "located", "row_named", "source_path"]


def located(node: ast.AST, what: str, hint: str = "") -> LanguageError:
    """An error at the place of a node."""
    return LanguageError(what, hint, line=getattr(node, "lineno", 1) - 1, column=getattr(node, "col_offset", 0))


def field_type(field: Field) -> ValueType:
    """The type of a field's values."""
    return ValueType(field.kind, field.words)


def dotted(node: ast.expr) -> list[str] | None:
    """The parts of `a.b.c`, or None for anything else."""
    parts: list[str] = []
    while isinstance(node, ast.Attribute):
        parts.append(node.attr)
        node = node.value
    if not isinstance(node, ast.Name):
        return None
    parts.append(node.id)
    return parts[::-1]


def row_named(name: str, scope: Scope) -> tuple[Variable, int] | None:
    """The row that a name stands for, and how many levels above its variable it lies."""
    if name in scope.rows:
        return scope.rows[name], 0
    subject = scope.rows.get(SUBJECT)
    if subject is None:
        return None
    above = 0
    table = scope.schema.tables[subject.table]
    while table.parent is not None and table.parent != COMPANY.table:
        table = scope.schema.tables[table.parent]
        above += 1
        if table.singular == name:
            return subject, above
    return None


def cell(node: ast.expr, scope: Scope) -> Cell:
    """The cell that a dotted name refers to; an error names the nearest right name."""
    parts = dotted(node)
    if parts is None:
        raise located(node, "only names such as it.started_on can be used here", "name a field")
    if len(parts) == 1:
        return _bare(node, parts[0], scope)
    found = row_named(parts[0], scope)
    if found is not None:
        row, above = found
        name = ".".join(parts[1:])
    elif parts[0] == COMPANY.table:
        row, above, name = COMPANY, 0, ".".join(parts[1:])
    else:
        row, above, name = COMPANY, 0, ".".join(parts)
    table = scope.schema.above(row.table, above)
    field = table.fields.get(name)
    if field is None:
        _refuse(node, parts, name, table, scope)
    assert field is not None
    return Cell(row, name, field_type(field), field.event, above)


def _bare(node: ast.expr, name: str, scope: Scope) -> Cell:
    row = scope.rows.get(name)
    if row is not None:
        table = scope.schema.tables[row.table]
        if table.words is not None:
            field = table.fields["value"]
            return Cell(row, "value", field_type(field), field.event)
        raise located(node, f"{name} is a row, not a value", f"name one of its fields, such as {name}.id")
    known = [*scope.rows, *scope.values, *scope.concepts, "today", "not_done"]
    raise located(node, f"unknown name {name}", nearest(name, known))


def _refuse(node: ast.expr, parts: list[str], name: str, table: Table, scope: Scope) -> None:
    if table.path == COMPANY.table and parts[0] != COMPANY.table:
        singletons = {field.split(".")[0] for field in table.fields if "." in field}
        if parts[0] not in singletons:
            if parts[0] in scope.schema.tables:
                raise located(node, f"{parts[0]} is a list", f"range over it: any(… for x in {parts[0]})")
            known = [*scope.rows, *singletons, "company", "readings"]
            raise located(node, f"unknown name {parts[0]}", nearest(parts[0], known))
    if any(path == f"{table.path}.{name}" or path == name for path in scope.schema.tables):
        raise located(node, f"{'.'.join(parts)} is a list", f"range over it: any(… for x in {'.'.join(parts)})")
    where = "the company" if table.path == COMPANY.table else f"a {table.singular} ({table.path})"
    raise located(node, f"{where} has no field {name}", nearest(name, table.fields))


def source_path(node: ast.expr, scope: Scope) -> tuple[str, Variable | None]:
    """The table and, for a list of a row, the row that `for x in …` ranges over."""
    parts = dotted(node)
    if parts is None:
        raise located(node, "a list is named, as in `for x in licences`", "")
    found = row_named(parts[0], scope)
    if found is not None and len(parts) > 1:
        row, above = found
        if above:
            raise located(node, "a list of a row above the subject cannot be ranged over", "make it the norm's subject")
        path, parent = f"{row.table}.{'.'.join(parts[1:])}", row
    else:
        names = parts[1:] if parts[0] == COMPANY.table and len(parts) > 1 else parts
        path, parent = ".".join(names), None
    table = scope.schema.tables.get(path)
    if table is None or path == COMPANY.table:
        raise located(node, f"there is no list {'.'.join(parts)}", nearest(path, _lists(scope.schema, parent)))
    if parent is None and table.parent != COMPANY.table:
        raise located(node, f"{path} is a list of each {table.parent} row", f"write it.{path.rsplit('.', 1)[-1]}")
    return path, parent


def _lists(schema: Schema, parent: Variable | None) -> list[str]:
    above = COMPANY.table if parent is None else parent.table
    return [path for path, table in schema.tables.items() if table.parent == above]
