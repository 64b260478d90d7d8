"""The trees of norms as steps over tables of many companies."""

from .plan import Due as Due
from .plan import Plan as Plan
from .plan import Told as Told
from .plan import make_plan as make_plan
