"""Small changes to an expression, each of which some example of its norm should notice."""

import ast
import copy
from collections.abc import Iterator

__all__ = ["mutants"]

_ORDER: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_OPPOSITES = {"any": "all", "all": "any", "earliest": "latest", "latest": "earliest"}


def mutants(text: str) -> Iterator[str]:
    """The expression with one comparison, bound, connective, negation, number, flag or list changed, each in turn."""
    tree = ast.parse(text.strip(), mode="eval")
    count = sum(1 for _ in ast.walk(tree))
    seen = {ast.unparse(tree)}
    for place in range(count):
        for changed in _changes(tree, place):
            mutated = ast.unparse(changed)
            if mutated not in seen:
                seen.add(mutated)
                yield mutated


def _changes(tree: ast.Expression, place: int) -> Iterator[ast.Expression]:
    """Copies of the tree, changed at its node number `place`."""
    node = _node(tree, place)
    number = 0
    while True:
        copied = copy.deepcopy(tree)
        target = _node(copied, place)
        replacement = _change(target, node, number)
        if replacement is None:
            return
        if replacement is not target:
            copied = ast.Expression(_Replace(target, replacement).changed(copied.body))
        yield copied
        number += 1


def _node(tree: ast.AST, place: int) -> ast.AST:
    return next(node for number, node in enumerate(ast.walk(tree)) if number == place)


class _Replace(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old = old
        self._new = new

    def changed(self, node: ast.expr) -> ast.expr:
        found = self.visit(node)
        assert isinstance(found, ast.expr)
        return found

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else super().visit(node)


def _change(target: ast.AST, node: ast.AST, number: int) -> ast.AST | None:
    """The `number`-th change of a node: the node itself, changed in place, or another in its stead."""
    match target:
        case ast.Compare():
            choices = [(n, other) for n, operator in enumerate(target.ops) for other in _ORDER.get(type(operator), ())]
            if number >= len(choices):
                return None
            place, other = choices[number]
            target.ops[place] = other()
            return target
        case ast.BoolOp(values=parts):
            if number == 0:
                target.op = ast.Or() if isinstance(target.op, ast.And) else ast.And()
                return target
            if number > len(parts):
                return None
            kept = [part for place, part in enumerate(parts) if place != number - 1]
            return kept[0] if len(kept) == 1 else ast.BoolOp(target.op, kept)
        case ast.UnaryOp(op=ast.Not(), operand=operand):
            return operand if number == 0 else None
        case ast.Constant(value=bool(value)):
            return ast.Constant(not value) if number == 0 else None
        case ast.Constant(value=int(value)):
            return ast.Constant(value + (1, -1)[number]) if number < 2 else None
        case ast.Tuple(elts=items) if len(items) > 1:
            return (
                ast.Tuple([one for n, one in enumerate(items) if n != number], ast.Load())
                if number < len(items)
                else None
            )
        case ast.Call(func=ast.Name(id=name)) if name in _OPPOSITES:
            if number > 0:
                return None
            target.func = ast.Name(_OPPOSITES[name], ast.Load())
            return target
        case ast.comprehension(ifs=ifs) if ifs:
            if number > 0:
                return None
            target.ifs = []
            return target
        case _:
            return None
