"""The nearest settings file: `hegui.toml`, or `[tool.hegui]` in a `pyproject.toml`. docs/settings.md tells of it."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final, NamedTuple

from .refusal import Refusal
from .settings_known import SETTINGS, Unusable

__all__ = ["Settings", "nearest_settings"]

_OWN: Final = "hegui.toml"
_SHARED: Final = "pyproject.toml"
_LARGEST: Final = 2**20
_WITHOUT: Final = "or leave the file out with hegui --no-settings"


class Settings(NamedTuple):
    """What a file sets: texts, truths, numbers and lists as options take them, paths made whole, by setting."""

    path: Path
    values: Mapping[str, Any]
    lines: Mapping[str, int]
    """Where each is set, as far as that can be told."""

    def place(self, name: str) -> str:
        """Where a setting stands."""
        return _place(self.path, self.lines.get(name))


def nearest_settings(folder: Path) -> Settings | None:
    """The settings in a folder or, where it has none, in the nearest above it.

    Raises Refusal for a file that cannot be read, is no TOML, or holds what is no setting.
    """
    for one in (folder, *folder.parents):
        found = [*_in_folder(one)]
        if len(found) > 1:
            raise Refusal(
                f"{_place(one / _OWN)}: {_place(one / _SHARED)} has settings of hegui too: keep one of them, {_WITHOUT}"
            )
        if found:
            return found[0]
    return None


def _in_folder(folder: Path) -> Iterator[Settings]:
    own, shared = folder / _OWN, folder / _SHARED
    if own.is_file():
        text = _text(own)
        yield _checked(own, _parsed(own, text), text, ())
    if shared.is_file():
        text = _text(shared)
        if "hegui" in text:  # else it says nothing to hegui, and need not be right
            tool = _parsed(shared, text).get("tool")
            given = tool.get("hegui") if isinstance(tool, dict) else None
            if given is not None:
                yield _checked(shared, given, text, ("tool", "hegui"))


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            read = file.read(_LARGEST + 1)
        if len(read) > _LARGEST:
            raise Refusal(f"{_place(path)}: more than {_LARGEST} bytes; name a smaller file so, {_WITHOUT}")
        return read.decode("utf-8-sig")
    except OSError as error:
        why = error.strerror or error
        raise Refusal(f"{_place(path)}: the settings cannot be read: {why}; let it be read, {_WITHOUT}") from None
    except UnicodeDecodeError:
        raise Refusal(f"{_place(path)}: the settings are not UTF-8; write them in it, {_WITHOUT}") from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        found = re.search(r" \(at line (\d+), column (\d+)\)$", str(error))
        place = _place(path) if found is None else f"{_place(path)}:{found[1]}:{found[2]}"
        what = "nested too deep" if isinstance(error, RecursionError) else _told(str(error)[: found and found.start()])
        raise Refusal(f"{place}: this is no TOML: {what}; mend it, {_WITHOUT}") from None


def _checked(path: Path, given: object, text: str, above: tuple[str, ...]) -> Settings:
    if not isinstance(given, dict):
        raise Refusal(f"{_place(path)}: {'.'.join(above)} is no table; write [{'.'.join(above)}], {_WITHOUT}")
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    for name, value in given.items():
        line = _line_of(name, text, above)
        place = _place(path, line)
        if name not in SETTINGS:
            raise Refusal(f"{place}: {_unknown(name)}; leave it out, {_WITHOUT}")
        try:
            values[name] = SETTINGS[name].read(value, path.parent)
        except Unusable as error:
            shown = "" if isinstance(value, (dict, list)) else f" is {_told(str(value))}"
            raise Refusal(f"{place}: {name}{shown}: {error}; {_WITHOUT}") from None
        if line is not None:
            lines[name] = line
    return Settings(path, values, lines)


def _unknown(name: str) -> str:
    from ..facts.unfit import nearest

    near = nearest(name.replace("_", "-"), SETTINGS)
    hint = f"did you mean {near}?" if near else f"there is {', '.join(SETTINGS)}"
    return f"there is no setting {_told(name)}; {hint}"


def _line_of(name: str, text: str, above: tuple[str, ...]) -> int | None:
    """The line on which a setting stands, looked for as it is usually written: TOML's reader tells of none."""
    header, table = ".".join(above), ""
    key = re.compile(rf"""["']?{re.escape(name)}["']?\s*[.=]""")
    for number, line in enumerate(text.splitlines(), start=1):
        stripped = line.strip()
        if stripped.startswith("["):
            table = stripped.strip("[").partition("]")[0].replace(" ", "")
            if table in (f"{header}.{name}".lstrip("."), f'{header}."{name}"'.lstrip(".")):
                return number
        elif table == header and key.match(stripped):
            return number
    return None


def _place(path: Path, line: int | None = None) -> str:
    """A file, and a line of it, for a message: the name of a folder can hold anything."""
    told = "".join(one if one.isprintable() else "?" for one in str(path))
    return told if line is None else f"{told}:{line}"


def _told(text: str) -> str:
    from ..facts.unfit import shown

    return shown(text)
