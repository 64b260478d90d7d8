"""Which facts, if stated, would decide most of what is undetermined."""

from .ask import Questioner
from .candidates import Gap
from .question import Left, Question, Questions, Settled, norms_of

__all__ = ["Gap", "Left", "Question", "Questioner", "Questions", "Settled", "norms_of"]
