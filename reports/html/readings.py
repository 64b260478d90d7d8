"""The readings that findings rest on, each told once."""

from collections.abc import Iterable

from ...engine.findings import CitedReading, Report
from ...engine.status import Status
from ..text.law import setting_text

__all__ = ["readings_of", "setting_of"]


def readings_of(report: Report) -> list[CitedReading]:
    """Every reading of a finding that applies, by its id."""
    applying = (one for one in report.findings if one.status is not Status.NOT_APPLICABLE)
    return _sorted(reading for one in applying for reading in one.readings)


def setting_of(reading: CitedReading) -> str:
    """The option of the command line that chooses it; '' where the reading cannot be chosen otherwise."""
    return "" if reading.value is None else f"--reading {reading.id}={setting_text(reading.value)}"


def _sorted(readings: Iterable[CitedReading]) -> list[CitedReading]:
    return [one for _, one in sorted({one.id: one for one in readings}.items())]
