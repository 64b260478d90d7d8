"""What of a text may reach a terminal."""

__all__ = ["shown"]


def shown(text: str) -> str:
    """`text` on one line, with what could disturb a terminal as an escape such as \\u001b.

    Facts come from files that others wrote: they may hold control characters, or such as turn the direction of writing.
    """
    return text if text.isprintable() else "".join(map(_shown, text)).strip()


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    return " " if character.isspace() else f"\\u{ord(character):04x}"
