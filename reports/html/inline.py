"""What stands inside <style> and <script>, where HTML's escapes do not count."""

import base64
import hashlib
import json
from typing import Any, Final, NamedTuple

from markupsafe import Markup

__all__ = ["Inline", "content_policy", "inline", "json_text"]

_ESCAPES: Final = {ord(character): f"\\u{ord(character):04x}" for character in "<>&'\u2028\u2029"}
"""What could end a script element. In JSON these stand inside texts only, where an escape means the same."""


class Inline(NamedTuple):
    """A style or script of our own, and the name under which a Content-Security-Policy allows it."""

    text: Markup
    source: str


def inline(text: str) -> Inline:
    """A style or script that holds no fact. Raises ValueError where it could end its own element."""
    if "</s" in text.lower() or "<!--" in text:
        raise ValueError("an inline style or script holds '</s' or '<!--', with which a browser would end it early")
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return Inline(Markup(text), f"sha256-{digest}")


def content_policy(style: Inline, script: Inline) -> str:
    """A Content-Security-Policy: nothing is loaded, nothing runs or styles but what the file itself holds."""
    return (
        f"default-src 'none'; style-src '{style.source}'; script-src '{script.source}'; img-src data:; "
        f"base-uri 'none'; form-action 'none'"
    )


def json_text(data: Any) -> Markup:
    """Plain data as JSON that cannot leave the script element in which it stands, whatever its texts hold."""
    return Markup(json.dumps(data, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES))
