"""JSON that disturbs no terminal, whatever the texts in it hold."""

import re
from typing import Final

__all__ = ["escaped_json"]

_DISTURBING: Final = re.compile("[\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ud800-\udfff]")


def escaped_json(text: str) -> str:
    """What json.dumps leaves as it is and a terminal, or UTF-8, does not take well, as escapes."""
    return _DISTURBING.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
