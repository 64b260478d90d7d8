"""Repairs: what a company can do, from a day on, so that it breaks a norm no longer."""

from .acts import Act
from .repairer import Repairer
from .report import Conflict, Effect, FixReport, Outlook, Plan, Repair

__all__ = ["Act", "Conflict", "Effect", "FixReport", "Outlook", "Plan", "Repair", "Repairer"]
