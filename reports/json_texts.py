"""Texts in JSON: in both languages, and with nothing that disturbs a terminal."""

import json
import re
from typing import Any, Final

from ..facts.bilingual import Bilingual

__all__ = ["bilingual_data", "dumped", "escaped_json"]

_DISTURBING: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def bilingual_data(text: Bilingual) -> dict[str, str]:
    """A text in both languages, so that nothing depends on the language of the screen."""
    return {"zh": text.zh, "en": text.en}


def dumped(data: dict[str, Any]) -> str:
    """Plain data as an indented JSON document that does not disturb a terminal, ending in a line break."""
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"


def escaped_json(text: str) -> str:
    """What json.dumps leaves as it is and a terminal, or UTF-8, does not take well, as escapes."""
    return _DISTURBING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
