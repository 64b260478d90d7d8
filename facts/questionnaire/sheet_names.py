"""What the sheets of a questionnaire are called: short enough for Excel, and no two alike."""

import re
from collections.abc import Mapping
from typing import Final

from ..bilingual import Bilingual
from ..schema import COMPANY
from .plan import CONTENTS, GUIDE, OPTIONS, list_sheets, titled
from .words import Say

_LONGEST: Final = 31
_FORBIDDEN: Final = re.compile(r"[\[\]:*?/\\]")
_NAMES: Final[Mapping[str, Bilingual]] = {
    GUIDE: Bilingual("填写说明", "Guide"),
    CONTENTS: Bilingual("目录", "Contents"),
    COMPANY: Bilingual("公司", "Company"),
    OPTIONS: Bilingual("选项", "Options"),
}


def sheet_names(say: Say) -> Mapping[str, str]:
    """The title of each sheet by its key: of lists their path."""
    wanted = {**_NAMES, **{sheet.table.path: titled(sheet.table) for sheet in list_sheets()}}
    names: dict[str, str] = {}
    for key, told in wanted.items():
        name = short = _FORBIDDEN.sub(" -", say(told))[:_LONGEST].strip()
        number = 1
        while name.casefold() in {taken.casefold() for taken in names.values()}:
            number += 1
            name = f"{short[: _LONGEST - 2]} {number}"
        names[key] = name
    return names
