"""Waivers: recorded decisions to accept a finding, in a YAML or JSON file of their own."""

from collections.abc import Iterator
from datetime import date
from typing import IO, Final

from msgspec import Struct

from .check import Flaw
from .describe import listed, required
from .errors import Position
from .kinds import GivenDay, GivenText
from .models.base import Facts
from .pointers import member
from .scalars import read_term_day
from .source import Origin, read_located
from .unfit import Unfit
from .validate import Whole, document_from

COMPANY_SUBJECT: Final = "company"
"""The subject of a waiver for a norm about the company itself."""

_HOLDS: Final = "a list of waivers, under waivers:"
_HINT: Final = "each has norm, subject, reason, owner, approved_on and expires_on"
_WAIVERS: Final = Whole("the waivers are", "the file", "one list: waivers: [...]", "waivers")


class Waiver(Struct, frozen=True):
    """A decision to accept the finding of a norm about a subject, from a day until the end of another.

    `subject` is the path of ids with slashes between them, or 'company'.
    """

    norm: str
    """The norm's id."""
    subject: str
    reason: str
    """Why the finding is accepted."""
    owner: str
    """The department or post that answers for it."""
    approved_on: date
    """The first day on which it waives."""
    expires_on: date
    """The last one."""
    position: Position | None = None
    """Where it stands in its file."""


class _Entry(Facts):
    norm: GivenText = required("规范", "norm", "规范编号,如 SP-09-f", "the id of a norm, such as SP-09-f")
    subject: GivenText = required(
        "对象",
        "subject",
        "对象的编号,多层以斜线相连;公司自身写 company",
        "the subject's id, ids of several levels joined by slashes; company for the company itself",
    )
    reason: GivenText = required("理由", "reason", "为何接受", "why it is accepted")
    owner: GivenText = required("责任人", "owner", "负责的部门或岗位", "the department or post that answers for it")
    approved_on: GivenDay = required("批准日", "approved on", "自该日起豁免", "the first day on which it waives")
    expires_on: GivenDay = required("届满日", "expires on", "豁免至该日终了", "the last day on which it waives")


class _WaiverFile(Facts):
    waivers: tuple[_Entry, ...] | None = listed("waiver", "豁免", "waivers", "各项豁免", "the decisions")


def load_waivers(path: Origin, stream: IO[bytes] | IO[str] | None = None) -> tuple[Waiver, ...]:
    """The waivers in a file, in its order, each with its place. Raises FactsError with all that is wrong."""
    found, _ = read_located(path, stream, _HOLDS, _HINT, _WAIVERS.noun)
    file = document_from(_WaiverFile, _WAIVERS, found.data, found.locate, found.problems, _flaws(found.data))
    return tuple(
        Waiver(
            one.norm,
            one.subject,
            one.reason,
            one.owner,
            one.approved_on,
            one.expires_on,
            found.positions.get(f"/waivers/{number}"),
        )
        for number, one in enumerate(file.waivers or ())
    )


def _flaws(data: object) -> Iterator[Flaw]:
    entries = member(data, "waivers")
    if isinstance(data, dict) and entries is None:
        yield Flaw(("waivers",), "there are no waivers", "a list of them; [] says that there is none")
    first: dict[tuple[str, str], int] = {}
    for number, entry in enumerate(entries if isinstance(entries, list) else ()):
        norm, subject = _plain(member(entry, "norm")), _plain(member(entry, "subject"))
        earlier = first.setdefault((norm, subject), number) if norm and subject else number
        if earlier != number:
            what = "this finding is waived already, at"
            yield Flaw(("waivers", number), what, "one waiver a finding: replace it", other=("waivers", earlier))
        approved, expires = _day(member(entry, "approved_on")), _day(member(entry, "expires_on"))
        if approved is not None and expires is not None and expires < approved:
            what = f"the waiver ends on {expires}, before it is approved on {approved}"
            yield Flaw(("waivers", number, "expires_on"), what, "a day not before approved_on")


def _plain(value: object) -> str:
    return value.strip() if isinstance(value, str) else ""


def _day(value: object) -> date | None:
    try:
        return read_term_day(value)
    except Unfit:
        return None
