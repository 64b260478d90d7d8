"""What a questionnaire says to those who fill it in: its guide, and how each cell is filled."""

from collections.abc import Mapping
from typing import Final

from ..bilingual import Bilingual
from ..kinds import Kind
from ..schema import Field, Table
from .plan import within_a_cell
from .words import NOT_DONE_WORD

TITLE: Final = Bilingual("公司合规情况问卷", "Questionnaire about a company's facts")

GUIDANCE: Final[tuple[tuple[Bilingual, Bilingual], ...]] = (
    (
        Bilingual("不填", "Left empty"),
        Bilingual(
            "未说明,按“未知”处理,既不视为是,也不视为否。不知道就不填,不要写“/”或“不详”。",
            "Not stated, which is unknown and counts as neither yes nor no. Leave empty what you do not know.",
        ),
    ),
    (
        Bilingual("从哪里开始", "Where to begin"),
        Bilingual(
            "先填「公司」表,再看「目录」:每个列表一行,确知没有的直接选“没有”;有的到它自己的表里填,每行一条。",
            "Fill in the sheet of the company, then look through the contents: for a list of which there is "
            "nothing say "
            "'none' there; whatever there is goes to the list's own sheet, one a row.",
        ),
    ),
    (
        Bilingual("列表是否完整", "Whether a list is complete"),
        Bilingual(
            "表里填了内容就视为已全部列出。只列了一部分的,必须在「目录」里选“部分”,否则会被当作没有其他。",
            "A list with rows counts as complete. If it holds only some, say 'part' in the contents; otherwise "
            "it is taken "
            "to say that there are no others.",
        ),
    ),
    (
        Bilingual("编号", "Ids"),
        Bilingual(
            "自定的简短名称,如“短信业务”,同一张表内不得重复;带 * 的列每行必填。",
            "A short name of your own, such as 'sms', which no other row of the sheet has. Columns with * are "
            "needed in "
            "each row.",
        ),
    ),
    (
        Bilingual("分表", "Sheets below others"),
        Bilingual(
            "名称带“·”的表说明上一级的各条,如“通信网络单元·评测与评估”。第一列选所属的那一条;"
            "确知某条没有的,在上一级表的相应列选“没有”。",
            "Sheets named 'a - b' tell more about the rows of a. Their first column says which row; where a row "
            "has none "
            "choose [] in its own sheet.",
        ),
    ),
    (
        Bilingual("日期和时间", "Days and minutes"),
        Bilingual(
            "日期如 2018-06-01,时间如 2018-06-01 14:30(北京时间)。确知尚未发生的填“未办理”,不知道的不填。",
            "A day such as 2018-06-01, a minute such as 2018-06-01 14:30 (Asia/Shanghai). Write not_done for "
            "what is known "
            "not to have happened, and nothing for what is not known.",
        ),
    ),
    (
        Bilingual("金额和比例", "Money and shares"),
        Bilingual(
            "金额以分为单位填整数:49 元填 4900。比例以万分之一为单位填整数:50% 填 5000。",
            "Whole numbers: money in fen, 49 yuan as 4900; shares in hundredths of a percent, 50 % as 5000.",
        ),
    ),
    (
        Bilingual("可填多项的格", "Cells for several words"),
        Bilingual(
            "从下拉列表选一项,或自行写几项,用顿号隔开:北京、上海、广东。内地 31 个省份全有的写“全国”。",
            "Choose one, or write several with a semicolon between them: Beijing; Shanghai. nationwide stands "
            "for all 31 "
            "mainland provinces.",
        ),
    ),
    (
        Bilingual("可以改的", "What may be changed"),
        Bilingual(
            "可以调整列序、改表名、插入空行,也可以在最右边加自己的备注列(不读取)。请勿删改隐藏的行和列,"
            "勿合并单元格,勿填公式。",
            "Columns may be moved, sheets renamed, rows left empty, and columns of notes added at the right, "
            "which are not "
            "read. Leave hidden rows and columns alone, merge no cells, and write no formulas.",
        ),
    ),
    (
        Bilingual("填好之后", "When it is filled in"),
        Bilingual(
            "保存为 .xlsx,运行 hegui facts import 本文件.xlsx --output facts.yaml;"
            "有错时按表和单元格逐一列出,不写文件。",
            "Save it as .xlsx and run: hegui facts import FILE.xlsx --output facts.yaml. Mistakes are told by "
            "sheet and "
            "cell, and then nothing is written.",
        ),
    ),
)

_KINDS: Final[Mapping[Kind, Bilingual]] = {
    Kind.FLAG: Bilingual("是 / 否", "yes / no"),
    Kind.WORD: Bilingual("从下拉列表选一项", "one of the list"),
    Kind.TEXT: Bilingual("文本", "text"),
    Kind.NUMBER: Bilingual("整数", "whole number"),
    Kind.DAY: Bilingual("日期,如 2018-06-01", "day, such as 2018-06-01"),
    Kind.MINUTE: Bilingual("时间,如 2018-06-01 14:30", "minute, such as 2018-06-01 14:30"),
}
_OR_NOT_DONE: Final = Bilingual(";确知尚未发生填“未办理”", "; not_done if it is known not to have happened")
_SEVERAL: Final = Bilingual("可填多项,用、隔开;确知没有填“没有”", "several with ; between them; [] if there are none")
_LINES: Final = Bilingual("每项一行(Alt+Enter);确知没有填“没有”", "one a line (Alt+Enter); [] if there are none")
_ROWS_OF_TEXTS: Final = Bilingual("每行一项", "one a row")
_ROWS_OF_WORDS: Final = Bilingual("每行一项,或一格几项,用、隔开", "one a row, or several with ; between them")
_NOWHERE: Final = Bilingual("", "")
_NATIONWIDE: Final = Bilingual(";全部省份填“全国”", "; nationwide for all provinces")
_BELOW: Final = Bilingual(
    "有的填在分表「{sheet}」;确知没有选“没有”", "on the sheet {sheet}; choose [] if there are none"
)
_UNITS: Final[Mapping[str, Bilingual]] = {
    "fen": Bilingual("单位:分(49 元填 4900)", "in fen (49 yuan is 4900)"),
    "hundredths of a percent": Bilingual("单位:万分之一(50% 填 5000)", "in hundredths of a percent (50 % is 5000)"),
}


def how_filled(field: Field) -> Bilingual:
    """How a value is written, with its unit."""
    kind, unit, event = _KINDS[field.kind], _unit(field), _OR_NOT_DONE if field.event else Bilingual("", "")
    return Bilingual(kind.zh + unit.zh + event.zh, kind.en + unit.en + event.en)


def how_listed(table: Table, sheet: Bilingual = _NOWHERE) -> Bilingual:
    """How a list is told: of words, where they stand; of elements, in the row above, if `sheet` is the list's own."""
    if table.words is None:
        return Bilingual(_BELOW.zh.format(sheet=sheet.zh), _BELOW.en.format(sheet=sheet.en))
    (field,) = table.fields.values()
    if within_a_cell(table):
        how = _LINES if field.words is None else _SEVERAL
    else:
        how = _ROWS_OF_TEXTS if field.words is None else _ROWS_OF_WORDS
    more = _NATIONWIDE if has_nationwide(field) else Bilingual("", "")
    return Bilingual(how.zh + more.zh, how.en + more.en)


def in_words(help_: Bilingual) -> Bilingual:
    """A field's help, in the words that a questionnaire offers."""
    return Bilingual(help_.zh.replace(NOT_DONE_WORD.en, f"“{NOT_DONE_WORD.zh}”"), help_.en)


def has_nationwide(field: Field) -> bool:
    """Whether a list of such values can be told as the whole country."""
    from ..provinces import Province

    return field.words is Province


def _unit(field: Field) -> Bilingual:
    if field.unit is None:
        return Bilingual("", "")
    told = _UNITS.get(field.unit, Bilingual(f"单位:{field.unit}", f"in {field.unit}"))
    return Bilingual(f",{told.zh}", f", {told.en}")
