"""Running the Python source that was written for norms."""

import linecache
import weakref
from typing import Any

__all__ = ["run_source"]


def run_source(source: str, what: str, names: dict[str, Any], owner: object) -> None:
    """Run a source with some names, to which it adds its own; it sees the builtins that these give it, and no others.

    While its `owner` lives, a traceback into it shows its lines.
    """
    file = f"<hegui {what} {id(owner)}>"
    linecache.cache[file] = (len(source), None, source.splitlines(keepends=True), file)
    weakref.finalize(owner, linecache.cache.pop, file, None)
    exec(compile(source, file, "exec"), names)
