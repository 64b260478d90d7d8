"""The small company of an example."""

from ...facts import Document, from_mapping
from ...facts.as_of import AsOf
from ..examples import example_facts
from ..norms import Example
from ..ruleset import Ruleset

__all__ = ["world"]


def world(ruleset: Ruleset, example: Example) -> tuple[Document, AsOf]:
    """The document and the day of an example. Raises FactsError or ValueError where it cannot be used."""
    return from_mapping(example_facts(ruleset, example)), AsOf.parse(example.as_of)
