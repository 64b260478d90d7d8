"""From the fields of the face to values, each with how sure it is and why."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Final

from ..bilingual import Bilingual
from . import numerals, scope
from .fields import FaceField
from .folding import cleaned, folded
from .marks import NUMBER
from .model import Certainty, Note, ReadValue, Value

POINTERS: Final[Mapping[str, str]] = {
    "number": "/licence/number",
    "company_name": "/licence/company_name",
    "registered_capital": "/licence/registered_capital",
    "registered_address": "/licence/registered_address",
    "scope": "/licence/scope",
    "regions": "/licence/regions",
    "service_items": "/licence/service_items",
    "issued_on": "/licence/issued_on",
    "expires_on": "/licence/terms/0/expires_on",
}
"""Where each field of the face belongs in a facts document."""

Found = ReadValue | Note

_LONGEST_TEXT = 500
# Five years, but for a few days that issuing may take.
_DAYS_OF_A_TERM = 5 * 365 - 10
_CANNOT_BE_READ = Bilingual("无法识别", "it could not be read")
# What the face leaves open about an information service, as the rest of the licence suggests it.
_GUESSES: Final = {
    "internet": (
        True,
        Bilingual("正文未说明是否含互联网信息服务", "the face does not say whether it covers the internet"),
    ),
    "mobile": (True, Bilingual("正文未提移动网", "the face does not speak of mobile networks")),
    "fixed_phone": (
        False,
        Bilingual(
            "正文未提固定网电话信息服务;第十五条第(二)项:未经批准不得开展",
            "the face does not speak of fixed telephones; item 15(2) forbids them unless approved",
        ),
    ),
}


def values(fields: Mapping[str, FaceField], signed: tuple[str, int] | None, blank_items: int | None) -> Iterator[Found]:
    """The values, and notes where a field needs one. `signed` is the last date that stands alone, with its line, and
    `blank_items` the line of the label of service items, if they are left blank."""
    if "number" in fields:
        yield _number(fields["number"])
    if "company_name" in fields:
        yield _value(fields["company_name"], _text(fields["company_name"].raw))
    if "registered_capital" in fields:
        yield _value(fields["registered_capital"], numerals.fen(folded(fields["registered_capital"].raw)))
    if "registered_address" in fields:
        yield _value(fields["registered_address"], _text(fields["registered_address"].raw))
    if "scope" in fields:
        yield from _scope(fields["scope"])
    if "regions" in fields:
        yield _value(fields["regions"], scope.regions(folded(fields["regions"].raw)))
    if "service_items" in fields:
        listed = scope.items(cleaned(fields["service_items"].raw))
        why = Bilingual("按顿号、逗号分列", "split at commas")
        yield _value(fields["service_items"], listed, sure=Certainty.LIKELY, why=why)
    else:
        yield Note(
            Bilingual(
                "服务项目空白:未说明许可哪些信息服务项目,须据附件补充",
                "no service items are printed: which are licensed is not stated, and has to be taken from the annex",
            ),
            blank_items,
        )
    yield from _dates(fields, signed)


def _value(
    field: FaceField,
    value: Value | None,
    pointer: str | None = None,
    sure: Certainty = Certainty.CERTAIN,
    why: Bilingual | None = None,
) -> ReadValue:
    """The value, no surer than the field is; `why` tells what makes it less sure than that."""
    certainty, reason = field.certainty, field.reason
    if _worse(sure, certainty) and why is not None:
        certainty, reason = sure, why
    if value is None or value == ():
        certainty, reason, value = Certainty.UNSURE, _CANNOT_BE_READ, None
    return ReadValue(pointer or POINTERS[field.name], value, cleaned(field.raw), field.lines, certainty, reason)


def _worse(one: Certainty, other: Certainty) -> bool:
    order = list(Certainty)
    return order.index(one) > order.index(other)


def _text(raw: str) -> str | None:
    text = cleaned(raw)
    return text if 0 < len(text) <= _LONGEST_TEXT else None


def _number(field: FaceField) -> ReadValue:
    text = folded(field.raw).upper()
    if NUMBER.fullmatch(text):
        return _value(field, text)
    why = Bilingual(
        "不像许可证编号(应如 B2-20990001)", "it does not look like a licence's number (such as B2-20990001)"
    )
    return _value(field, _text(field.raw), sure=Certainty.UNSURE, why=why)


def _scope(field: FaceField) -> Iterator[Found]:
    found, left = scope.businesses(folded(field.raw))
    if not found:
        yield _value(field, None)
        return
    sure, why = Certainty.CERTAIN, None
    if left:
        sure, why = (
            Certainty.LIKELY,
            Bilingual("业务种类中另有未识别的内容", "the list of businesses holds more, which was not read"),
        )
        yield Note(Bilingual(f"{why.zh}:{left[:40]}", f"{why.en}: {left[:40]}"), field.lines[0])
        yield ReadValue(POINTERS["scope"], None, left, field.lines, Certainty.UNSURE, why)
    for place, business in enumerate(found):
        at = f"{POINTERS['scope']}/{place}"
        yield _value(field, business.code.value, f"{at}/id", sure, why)
        yield _value(field, business.code.value, f"{at}/code", sure, why)
        for network, (guess, guessed_because) in _GUESSES.items():
            covered = getattr(business, network)
            if covered is not None:
                yield _value(field, covered, f"{at}/{network}", sure, why)
            elif business.code == "B25":
                yield _value(field, guess, f"{at}/{network}", Certainty.UNSURE, guessed_because)


def _dates(fields: Mapping[str, FaceField], signed: tuple[str, int] | None) -> Iterator[Found]:
    days = {name: numerals.day(folded(fields[name].raw)) for name in ("issued_on", "expires_on") if name in fields}
    issued, expires = days.get("issued_on"), days.get("expires_on")
    sure, why = Certainty.CERTAIN, None
    if issued and expires and issued >= expires:
        sure = Certainty.UNSURE
        why = Bilingual("发证日期不早于有效期截止日", "the date of issue is not before the expiry")
    if "issued_on" in fields:
        yield _value(fields["issued_on"], issued, sure=sure, why=why)
    if issued and "issued_on" in fields:
        yield from _receipt(issued, signed)
    began = issued or expires
    if began is not None:
        dated = fields["issued_on" if issued else "expires_on"]
        yield _value(dated, began.isoformat(), "/licence/terms/0/id")
    if issued:
        yield _value(fields["issued_on"], issued, "/licence/terms/0/starts_on", *_start(sure, issued, expires))
    if "expires_on" in fields:
        yield _value(fields["expires_on"], expires, sure=sure, why=why)
    obtained = _obtained(fields.get("number"), issued)
    if obtained is not None:
        yield obtained


def _start(sure: Certainty, issued: date, expires: date | None) -> tuple[Certainty, Bilingual]:
    """A term runs five years; one that expires sooner after the date of issue began before it, and was issued anew."""
    begun = expires is not None and (expires - issued).days < _DAYS_OF_A_TERM
    why = Bilingual(
        "正文不载起始日,以发证日期为最迟起始日" + ("(至届满不足五年,应为换发,实际起始更早)" if begun else ""),
        "the face does not print it; the date of issue is the latest it can be"
        + (" (it expires in less than five years, so this is a re-issue and the term began earlier)" if begun else ""),
    )
    return (Certainty.LIKELY if sure is Certainty.CERTAIN else sure), why


def _receipt(issued: date, signed: tuple[str, int] | None) -> Iterator[Found]:
    day = numerals.day(folded(signed[0])) if signed else None
    if signed is None or day is None:
        return
    why = Bilingual(
        "公司代表签署之日,领取许可证当不晚于此日",
        "the day on which it was signed for; the licence was received by then",
    )
    if day < issued:
        why = Bilingual("签署日期早于发证日期", "the date of the signature lies before the date of issue")
    yield ReadValue("/licence/received_on", day, cleaned(signed[0]), (signed[1],), Certainty.UNSURE, why)


def _obtained(number: FaceField | None, issued: date | None) -> Note | None:
    """A number carries the year in which the licence was first granted."""
    match = re.search(r"-(\d{4})\d{4}$", folded(number.raw)) if number else None
    if match is None or issued is None or number is None or int(match[1]) >= issued.year:
        return None
    year = match[1]
    return Note(
        Bilingual(
            f"编号的年份为 {year} 年,早于发证日期:首次取得日期(first_obtained_on)请另行填写",
            f"the number is of {year}, before the date of issue: state first_obtained_on yourself",
        ),
        number.lines[0],
    )
