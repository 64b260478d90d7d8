"""`hegui ledger list`, `verify` and `export`: what is in a ledger, whether it is whole, and how it ends."""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING

from ..engine.ledger import LedgerError, OpenLedger, checked, opened, verified
from ..reports.language import Language
from ..reports.ledger import entries_json, head_json, verified_json
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .screen import detail_of, on_screen
from .streams import write_data

if TYPE_CHECKING:
    from ..engine.ledger import Verified

__all__ = ["export_head", "list_entries", "refusing", "verify_ledger", "whole"]


@contextmanager
def refusing() -> Iterator[None]:
    """Turns what is wrong with the file of a ledger into a Refusal."""
    try:
        yield
    except LedgerError as error:
        raise Refusal(str(error)) from None


@contextmanager
def whole(path: str, then: str) -> Iterator[tuple[OpenLedger, "Verified"]]:
    """The ledger in a file, after it was found whole. Raises Refusal, which says what is not done `then`."""
    with refusing(), opened(path) as ledger:
        found = checked(ledger)
        if found.flaws:
            first = found.flaws[0]
            at = "" if first.number is None else f"entry {first.number}: "
            more = "" if len(found.flaws) == 1 else f", and {len(found.flaws) - 1} more"
            raise Refusal(f"{path}: the ledger is not whole ({at}{first.what.en}{more}); {then}. See `ledger verify`")
        yield ledger, found


def list_entries(
    path: str,
    last: int | None,
    format_: ListFormat,
    language: Language,
    width: int | None,
    colour: Colour,
    *,
    verbose: bool,
) -> ExitCode:
    """Write the entries, as they stand, the first one first."""
    with refusing(), opened(path) as ledger:
        found = list(ledger.entries())
    shown = found if last is None else found[max(len(found) - last, 0) :]
    if format_ is ListFormat.JSON:
        write_data(entries_json(path, len(found), shown))
    else:
        from ..reports.text.ledger import entries_text

        telling = on_screen(language, width, colour, detail_of(quiet=False, verbose=verbose))
        write_data(entries_text(len(found), shown, telling))
    return ExitCode.CLEAN


def verify_ledger(
    path: str, heads: Sequence[str], format_: ListFormat, language: Language, width: int | None, colour: Colour
) -> ExitCode:
    """Write what is wrong with a ledger, if anything: 0 where it is whole, 1 where it is not."""
    for head in heads:
        if not re.fullmatch(r"[0-9a-f]{64}", head):
            raise Refusal(f"--head {head}: write the 64 hexadecimal digits that `hegui ledger export` gave")
    with refusing():
        found = verified(path, heads)
    if format_ is ListFormat.JSON:
        write_data(verified_json(found, heads))
    else:
        from ..reports.text.ledger import verified_text

        write_data(verified_text(found, heads, on_screen(language, width, colour)))
    return ExitCode.VIOLATIONS if found.flaws else ExitCode.CLEAN


def export_head(path: str) -> ExitCode:
    """Write the head of a ledger that is whole as JSON."""
    with whole(path, "nothing was exported") as (_, found):
        head = found.head
    write_data(head_json(path, head))
    return ExitCode.CLEAN
