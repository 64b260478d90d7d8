"""Scalars and comments of a YAML document that is written, which the loader reads back as what they were."""

import re
from datetime import date, datetime

from .words.base import Word


def yaml_scalar(value: object) -> str:
    """A value as its field reads it: texts in quotes, all else plain. A tuple becomes a list on one line."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case datetime():
            return value.strftime("%Y-%m-%d %H:%M")
        case date():
            return value.isoformat()
        case Word():
            return value.value
        case str():
            return value if re.fullmatch(r"[AB]\d\d?(?:-\d{8})?|nationwide", value) else quoted(value)
        case tuple():
            return f"[{', '.join(map(yaml_scalar, value))}]"
        case _:
            return str(value)


def quoted(text: str) -> str:
    """A double-quoted scalar; what does not print is escaped."""
    escaped = "".join(f"\\{c}" if c in '"\\' else c if c.isprintable() else f"\\U{ord(c):08x}" for c in text)
    return f'"{escaped}"'


def yaml_comment(text: str) -> str:
    """What may follow a #: on one line, without what does not print."""
    return "".join(c if c.isprintable() else " " for c in text)[:200]
