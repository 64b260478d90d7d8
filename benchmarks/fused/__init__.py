"""The thirty norms by hand in plain Python, for this ruleset and nothing else: the measure of the engines.

It gives what hegui gives, for documents without `partial` and `sources`, as of a day around which the calendar is
published. Three values are 0, 1 and 2: false, unknown, true. It stops as early as it can, converts a date where it
looks at it, and looks through each list once.
"""

import datetime
from typing import Any

from .events import of_changes, of_complaints, of_content, of_incidents
from .ground import Found, ground_of
from .joins import of_assessments, of_derived, of_resources
from .standing import of_company, of_displays, of_services, of_terms

__all__ = ["Found", "statuses"]


def statuses(company: Any, today: datetime.date) -> Found:
    """The status of each norm for each subject."""
    found: Found = []
    ground = ground_of(company, today)
    of_services(company, ground, found)
    of_company(company, ground, found)
    of_displays(company, ground, found)
    of_terms(company, ground, found)
    of_changes(company, ground, found)
    of_complaints(company, ground, found)
    of_incidents(company, ground, found)
    of_content(company, ground, found)
    of_resources(company, ground, found)
    of_derived(company, ground, found)
    of_assessments(company, ground, found)
    return found
