"""What a company can state about itself: typed models, loaders that keep positions, and the fields' descriptions."""

from .bilingual import Bilingual
from .document import Document
from .errors import FactsError, Position, Problem
from .load import from_company, from_mapping, load
from .models.company import Company
from .not_done import NOT_DONE, NotDone
from .provinces import Province
from .schema import Field, Kind, Schema, Table, company_schema
from .words.base import Word

__all__ = [
    "NOT_DONE",
    "Bilingual",
    "Company",
    "Document",
    "FactsError",
    "Field",
    "Kind",
    "NotDone",
    "Position",
    "Problem",
    "Province",
    "Schema",
    "Table",
    "Word",
    "company_schema",
    "from_company",
    "from_mapping",
    "load",
]
