"""What one line of a licence looks like, taken by itself."""

import re
from dataclasses import dataclass
from enum import Enum, auto

from .folding import Folded, fold, ideographs
from .numerals import small_number


class Look(Enum):
    """The looks that a line can have. What it is in the end also depends on the lines around it."""

    BLANK = auto()
    TITLE = auto()
    GRANT = auto()
    LABELS = auto()  # one or more labels of the face or of signatures, each with its value
    SCOPE_NOTE = auto()
    HEADING = auto()
    PREAMBLE = auto()
    ARTICLE = auto()
    ITEM = auto()
    DATE = auto()
    PAGE_NUMBER = auto()
    SEAL = auto()
    WATERMARK = auto()
    OTHER = auto()


@dataclass(frozen=True, slots=True)
class Labelled:
    """A label that a line holds (its field's name), and the raw text between it and the next label."""

    field: str
    raw: str
    # The place of that text in the line.
    start: int


@dataclass(frozen=True, slots=True)
class Mark:
    """A line with its look. `number` is an article's or item's, `text` what follows that number."""

    line: int
    raw: str
    folded: Folded
    look: Look
    labels: tuple[Labelled, ...] = ()
    number: int = 0
    text: str = ""


SIGNATURES = frozenset({"signer", "bureau_head", "company_representative"})
PERSONS = SIGNATURES | {"legal_representative"}
"""The labels after which a natural person's name stands."""

NUMBER = re.compile(r"[AB][12](?:[.、,/]?[AB][12])*-\d{8}", re.IGNORECASE)
"""A licence's number, folded, such as B2-20990001, or B1.B2-20990001 for businesses of several classes."""

# A label counts only with its colon: clauses speak of the same things, and may be broken before any word.
_LABEL = re.compile(
    r"(?P<number>(?:经营)?许可证编号)"
    r"|(?P<company_name>(?:公司|单位|企业)名称)"
    r"|(?P<legal_representative>法定代表人(?:姓名)?|法人代表)"
    r"|(?P<registered_capital>注册资[本金](?:金)?)"
    r"|(?P<registered_address>注册(?:住所|地址)|公司住所|住所)"
    r"|(?P<scope>业务种类)"
    r"|(?P<regions>业务覆盖范围)"
    r"|(?P<service_items>\(?服务项目\)?)"
    r"|(?P<issued_on>(?:发证|颁发)日期)"
    r"|(?P<expires_on>有效期限?至)"
    r"|(?P<signer>签发人(?:\(?签[字章名]\)?)?)"
    r"|(?P<bureau_head>(?:\(?司\(局\)|司局|\(?司、局\))?负责人(?:\(?签[字章名]\)?)?)"
    r"|(?P<company_representative>公司代表(?:人)?(?:\(?签[字章名]\)?)?)"
)
# These labels stand alone on their line without a colon.
_BARE = re.compile(
    r"(?P<service_items>\(服务项目\))"
    r"|(?P<signer>签发人)"
    r"|(?P<bureau_head>司\(局\)负责人)"
    r"|(?P<company_representative>公司代表)"
)
# (服务项目) takes its items without a colon too.
_BARE_ITEMS = re.compile(r"\(服务项目\)")
_NUMBER_WITHOUT_COLON = re.compile(r"(?P<number>(?:经营)?许可证编号)(?=[A-Za-z]\d(?:[.、,]?[A-Za-z]\d)*-)")
_TITLE = re.compile(r"(?:中华人民共和国)?(?:跨地区)?(?:增值电信业务经营许可证)?(?:\((?:正|副)本\))?")
_GRANT = re.compile(r"根据《中华")
_SCOPE_NOTE = re.compile(r"\((?:不含|仅限|只限|限于|包含|含|限)[^()]{1,60}\)")
_HEADING = re.compile(r"(?:附件\d{0,2}:?)?《?特别规定事项》?:?")
_PREAMBLE = re.compile(r"《?特别规定事项》?是|《特别规定")
_ARTICLE = re.compile(r"([一二三四五六七八九十]{1,3}|\d{1,2})[、.](?=\D|$)")
_ITEM = re.compile(r"\(([一二三四五六七八九十]{1,3}|\d{1,2})\)[、.]?")
_DATE = re.compile(
    r"(?:[\d零〇○一二三四五六七八九]{0,4}年[\d一二三四五六七八九十]{0,3}月[\d一二三四五六七八九十]{0,3}日){1,2}"
)
_N = r"[\d一二三四五六七八九十]{1,3}"
_PAGE_NUMBER = re.compile(rf"-{{0,2}}\d{{1,3}}-{{0,2}}|第{_N}页(?:[/,]?共{_N}页)?|\d{{1,3}}/\d{{1,3}}")
_SEAL = re.compile(r"(?:中华人民共和国)?工业和信息化部(?:制|印制)?(?:\((?:印|盖|公)章\))?|\((?:印|盖|公)章\)")
_WATERMARK = re.compile(r".{0,10}(?:扫描全能王|夸克扫描|CamScanner|全能扫描).{0,10}", re.IGNORECASE)

_WHOLE_LINES = (
    (Look.PAGE_NUMBER, _PAGE_NUMBER),
    (Look.SEAL, _SEAL),
    (Look.WATERMARK, _WATERMARK),
    (Look.SCOPE_NOTE, _SCOPE_NOTE),
    (Look.HEADING, _HEADING),
    (Look.DATE, _DATE),
)


def mark(line: int, raw: str) -> Mark:
    """The line with its look."""
    folded = fold(raw)
    text = folded.text
    if not text:
        return Mark(line, raw, folded, Look.BLANK)
    if _TITLE.fullmatch(text):
        return Mark(line, raw, folded, Look.TITLE)
    for look, pattern in _WHOLE_LINES:
        if pattern.fullmatch(text):
            return Mark(line, raw, folded, look)
    if _GRANT.match(text):
        return Mark(line, raw, folded, Look.GRANT)
    if _PREAMBLE.match(text):
        return Mark(line, raw, folded, Look.PREAMBLE, text=raw.strip())
    for look, pattern in ((Look.ARTICLE, _ARTICLE), (Look.ITEM, _ITEM)):
        match = pattern.match(text)
        number = small_number(match[1]) if match else None
        if match and number and (match.end() == len(text) or ideographs(text[match.end() :])):
            rest = folded.unfold(raw, match.end()).strip()
            return Mark(line, raw, folded, look, number=number, text=rest)
    labels = _labels(raw, folded)
    if labels:
        return Mark(line, raw, folded, Look.LABELS, labels=labels)
    return Mark(line, raw, folded, Look.OTHER)


def _labels(raw: str, folded: Folded) -> tuple[Labelled, ...]:
    """The labels of a line that begins with one (after the title, perhaps); none if it begins otherwise."""
    text = folded.text
    bare = _BARE.fullmatch(text)
    if bare is not None:
        return (Labelled(bare.lastgroup or "", "", len(raw)),)
    found: list[tuple[str, int, int]] = []
    for match in _LABEL.finditer(text):
        end = match.end()
        if text[end : end + 1] == ":":
            found.append((match.lastgroup or "", match.start(), end + 1))
        elif _BARE_ITEMS.fullmatch(match[0]) and (found or match.start() == 0):
            found.append(("service_items", match.start(), end))
        elif not found and _NUMBER_WITHOUT_COLON.match(text, match.start()):
            found.append(("number", match.start(), end))
    if not found or not _TITLE.fullmatch(text[: found[0][1]]):
        return ()
    ends = [start for _, start, _ in found[1:]] + [len(text)]
    return tuple(
        Labelled(
            field,
            folded.unfold(raw, start, end).strip(),
            folded.places[start] if start < len(text) else len(raw),
        )
        for (field, _, start), end in zip(found, ends, strict=True)
    )
