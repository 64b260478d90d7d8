"""Full sentences from parts of them."""

from scripts.norm_pages.tongue import Tongue

__all__ = ["sentence"]


def sentence(text: str, say: Tongue) -> str:
    """The text as a sentence, with a capital and a full stop where it has none."""
    stop = "" if text.endswith(("。", ".", "!", "?", "!", "?")) else say("。", ".")
    return text[:1].upper() + text[1:] + stop
