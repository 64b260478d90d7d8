"""How much a command tells, and how it looks where it is read."""

from ..reports.language import Language
from ..reports.text.telling import Detail, Telling
from .choices import Colour
from .refusal import Refusal
from .streams import columns_for, has_colour

__all__ = ["detail_of", "on_screen"]


def detail_of(*, quiet: bool, verbose: bool) -> Detail:
    """How much -q and -v ask for. Raises Refusal for both."""
    if quiet and verbose:
        raise Refusal("-q and -v ask for opposite things; give one of them")
    return Detail.VERDICT if quiet else Detail.EVERYTHING if verbose else Detail.USUAL


def on_screen(language: Language, width: int | None, colour: Colour, detail: Detail = Detail.USUAL) -> Telling:
    """How a text is told on standard output."""
    return Telling(language, columns_for(width), has_colour(colour), detail)
