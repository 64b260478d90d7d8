"""A company's facts as an Excel questionnaire: made from the models, filled from a company, and read back.

Needs the package openpyxl.
"""

from .layout import make_questionnaire
from .read import Questionnaire, read_questionnaire

__all__ = ["Questionnaire", "make_questionnaire", "read_questionnaire"]
