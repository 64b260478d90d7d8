"""Texts in JSON: in both languages, and with nothing that disturbs a terminal."""

import json
from typing import Any

from ..facts.bilingual import Bilingual
from ..facts.json_escapes import escaped_json

__all__ = ["bilingual_data", "dumped", "escaped_json"]


def bilingual_data(text: Bilingual) -> dict[str, str]:
    """A text in both languages, so that nothing depends on the language of the screen."""
    return {"zh": text.zh, "en": text.en}


def dumped(data: dict[str, Any]) -> str:
    """Plain data as an indented JSON document that does not disturb a terminal, ending in a line break."""
    return escaped_json(json.dumps(data, ensure_ascii=False, indent=2)) + "\n"
