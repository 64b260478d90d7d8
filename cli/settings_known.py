"""The settings that there are, what each can be, and the variable of the environment that says the same."""

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final, NamedTuple

from ..engine.status import Severity
from ..reports.language import Language
from .choices import Colour

__all__ = ["LIMITS", "SETTINGS", "Setting", "Unusable", "variable"]


class Unusable(ValueError):
    """A value that its setting cannot have: `str()` says what it has to be."""


class Setting(NamedTuple):
    """What reads a value, whose paths start from the file's folder. Raises Unusable."""

    read: Callable[[object, Path], Any]
    what: str
    """What it can be, for people."""
    decides: bool = False
    """Whether it has a say in the verdict, the exit code or what is written: it is never taken in silence."""


def variable(name: str) -> str:
    """The variable of the environment for a setting."""
    return f"HEGUI_{name.upper().replace('-', '_')}"


LIMITS: Final = ("most-bytes", "most-values", "most-levels", "most-rows", "most-seconds")
"""The settings that are limits, in the order of `facts.limits`."""


def _one_of(words: tuple[str, ...]) -> Callable[[object, Path], str]:
    def read(value: object, folder: Path) -> str:
        if value not in words:
            raise Unusable(f"write one of {', '.join(words)}, in quotes")
        return str(value)

    return read


def _flag(value: object, folder: Path) -> bool:
    if not isinstance(value, bool):
        raise Unusable("write true or false, without quotes")
    return value


def _limit(name: str) -> Callable[[object, Path], int]:
    def read(value: object, folder: Path) -> int:
        from ..facts import limits

        greatest = next(one.greatest for one in limits.LIMITS if one.setting == variable(name))
        if type(value) is not int or not 1 <= value <= greatest:
            raise Unusable(f"write a whole number from 1 to {greatest}, without quotes")
        return value

    return read


def _text(value: object, what: str) -> str:
    if not isinstance(value, str) or not value or value == "-":
        raise Unusable(f"write {what}, in quotes")
    if not value.isprintable():
        raise Unusable("it has characters that cannot be seen; write it without them")
    return value


def _path(value: object, folder: Path) -> str:
    return str(folder / _text(value, "the path of a file, seen from the folder of these settings"))


def _path_within(value: object, folder: Path) -> str:
    path = _path(value, folder)
    if not Path(path).resolve().is_relative_to(folder.resolve()):
        raise Unusable(
            "settings have files written in their own folder only; name one in it, or give --ledger or "
            f"{variable('ledger')}"
        )
    return path


def _ruleset(value: object, folder: Path) -> str:
    """A name as it is, since a name goes before a folder; what looks like a path made whole."""
    name = _text(value, "a ruleset's name, or the path of its folder such as './rules'")
    return str(folder / name) if name.startswith(".") or "/" in name or "\\" in name else name


def _norms(value: object, folder: Path) -> list[str]:
    what = 'a list of norms\' beginnings, such as ["SP-09", "SP-11-a"]'
    if not isinstance(value, list) or not value:
        raise Unusable(f"write {what}")
    return [_text(one, what) for one in value]


def _readings(value: object, folder: Path) -> list[str]:
    if not isinstance(value, dict) or not value:
        raise Unusable("write a table of readings, such as {early_report = 'lenient'}")
    found = []
    for name, chosen in value.items():
        if not isinstance(chosen, (bool, int, str)):
            raise Unusable(f"{_text(name, 'a name')} takes a text, a whole number, true or false")
        told = str(chosen).lower() if isinstance(chosen, bool) else str(chosen)
        found.append(f"{_text(name, 'the name of a reading')}={_text(told, 'a value')}")
    return found


def _words(words: type[Severity] | type[Language] | type[Colour], *, decides: bool = False) -> Setting:
    values = tuple(one.value for one in words)
    return Setting(_one_of(values), ", ".join(f"`{one}`" for one in values), decides)


_ENGINES: Final = ("rete", "compiled")
_FILE: Final = "the path of a file"

SETTINGS: Final[Mapping[str, Setting]] = MappingProxyType(
    {
        "ruleset": Setting(_ruleset, "a name, or the path of a folder", decides=True),
        "reading": Setting(_readings, "a table of readings and their values", decides=True),
        "select": Setting(_norms, "a list of norms' beginnings", decides=True),
        "ignore": Setting(_norms, "a list of norms' beginnings", decides=True),
        "waivers": Setting(_path, _FILE, decides=True),
        "baseline": Setting(_path, _FILE, decides=True),
        "fail-on": _words(Severity, decides=True),
        "engine": Setting(_one_of(_ENGINES), ", ".join(f"`{one}`" for one in _ENGINES)),
        "cross-check": Setting(_flag, "`true`, `false`"),
        "redact": Setting(_flag, "`true`, `false`"),
        "ledger": Setting(_path_within, "the path of a file in the folder of the settings, or below", decides=True),
        "lang": _words(Language),
        "color": _words(Colour),
        **{name: Setting(_limit(name), "a whole number") for name in LIMITS},
    }
)
"""All settings by name, which is that of the option."""
