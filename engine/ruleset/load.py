"""Loading a ruleset: from the cache if its files were read before, else from the files."""

from collections.abc import Mapping
from pathlib import Path

from msgspec.structs import replace

from ..cache import cached
from .files import digest_of, ruleset_files
from .ruleset import Ruleset

__all__ = ["load_ruleset"]


def load_ruleset(
    path: Path, readings: Mapping[str, int | str | bool] | None = None, *, examples: bool = False
) -> Ruleset:
    """Read the ruleset in a folder; `readings` replace defaults. Raises RulesetError with all that is wrong.

    With `examples` the norms have their examples, which an audit does not need.
    """
    chosen = readings or {}
    files = ruleset_files(path)
    if examples:
        return _assembled(path, files, chosen)
    key = f"{path}\0{digest_of(files)}\0{sorted(chosen.items())}"
    ruleset: Ruleset = cached("ruleset", key, lambda: _without_examples(_assembled(path, files, chosen)))
    return ruleset


def _without_examples(ruleset: Ruleset) -> Ruleset:
    norms = {name: replace(norm, examples=()) for name, norm in ruleset.norms.items()}
    variants = tuple(replace(one, norm=replace(one.norm, examples=())) for one in ruleset.variants)
    return replace(ruleset, norms=norms, variants=variants, example_facts={})


def _assembled(path: Path, files: Mapping[str, bytes], readings: Mapping[str, int | str | bool]) -> Ruleset:
    from .assemble import assemble  # the parser, which a ruleset from the cache does not need

    return assemble(path, files, readings)
