"""How the entries of a ledger come out today, for people."""

from collections.abc import Iterable, Sequence
from typing import Final

from ...engine.ledger.replay import Difference, Outcome, Replay
from ...facts.bilingual import Bilingual
from .page import Page
from .style import Style
from .telling import Telling
from .terms import LIST_JOINT

__all__ = ["replays_text"]

_MOST: Final = 30
"""So many findings that differ are told of one entry; JSON has all."""

_SIDES: Final = ("before", "after", "fixes")
"""In the findings of a gate: the company without the launch, with it, and what the launch clears."""
_FIRST: Final = ("status", "severity", "due", "strict_due", "cured_on", "cause")
"""What is told of a finding with its values; they are short, and what people act on."""

_OUTCOMES: Final = {
    Outcome.IDENTICAL: (Bilingual("逐字节一致", "identical to the byte"), Style.STRONG_GREEN),
    Outcome.DIFFERS: (Bilingual("有不同", "differs"), Style.STRONG_RED),
    Outcome.IMPOSSIBLE: (Bilingual("无法重演", "cannot be decided again"), Style.STRONG_RED),
}


def replays_text(replays: Sequence[Replay], left_out: int, telling: Telling) -> str:
    """How many are identical, then each entry, with what differs and what it rests on that is another today."""
    page = Page(telling.language, telling.columns, colour=telling.colour)
    same = sum(one.outcome is Outcome.IDENTICAL for one in replays)
    rest = Bilingual("", "")
    if left_out:
        rest = Bilingual(f"另有 {left_out} 条未存事实,未重演。", f" {left_out} without their facts were left out.")
    told = Bilingual(
        f"重演 {len(replays)} 条,其中 {same} 条的发现与当时逐字节一致。{rest.zh}",
        f"Replayed {len(replays)}: the findings of {same} are identical to the byte.{rest.en}",
    )
    page.write(page.say(told), style=Style.STRONG_GREEN if same == len(replays) else Style.STRONG_RED)
    for one in replays:
        page.blank()
        _tell(page, one)
    return page.text


def _tell(page: Page, one: Replay) -> None:
    outcome, style = _OUTCOMES[one.outcome]
    prefix = page.say(Bilingual(f"第 {one.number} 条:", f"entry {one.number}: "))
    page.write(page.say(outcome), prefix=prefix, style=style, prefix_style=Style.STRONG)
    if one.because is not None:
        page.write(one.because, indent=2)
    if one.causes:
        page.write(page.say(Bilingual("与当时不同的依据:", "What it rests on and is another today:")), indent=2)
        for cause in one.causes:
            page.write(f"{_short(cause.before)} → {_short(cause.after)}", prefix=f"{cause.name}: ", indent=4)
    elif one.outcome is Outcome.DIFFERS:
        page.write(page.say(_UNEXPLAINED), indent=2)
    if one.differences:
        page.write(page.say(Bilingual("不同之处:", "What differs:")), indent=2)
        groups = _grouped(one.differences)
        for name, found in groups[:_MOST]:
            page.write(_told(page, found), prefix=f"{name}: " if name else "", indent=4, prefix_style=Style.STRONG)
        if len(groups) > _MOST:
            more = len(groups) - _MOST
            page.write(
                page.say(
                    Bilingual(f"另有 {more} 项(--format json 全部列出)", f"and {more} more (--format json has all)")
                ),
                indent=4,
                style=Style.FAINT,
            )


_UNEXPLAINED: Final = Bilingual(
    "所记的依据都与当时相同:是程序本身变了(开发中的版本),或程序有误。",
    "All that was recorded is as it was: hegui itself was changed (a version under development), or is mistaken.",
)


def _grouped(differences: Iterable[Difference]) -> list[tuple[str, list[Difference]]]:
    groups: dict[str, list[Difference]] = {}
    for one in differences:
        groups.setdefault(one.finding, []).append(one)
    return list(groups.items())


def _told(page: Page, found: Sequence[Difference]) -> str:
    """What matters with what it was and is, and of the rest the names. Of a gate it says on which side."""
    told: list[str] = []
    others: list[str] = []
    for one in found:
        names = [part for part in one.path if isinstance(part, str)]
        key = next((name for name in names if name not in _SIDES), "") if one.finding else ""
        if one.finding and key not in _FIRST:
            others.append(key)
        else:
            told.append(f"{'.'.join(map(str, one.path))} {_short(one.before)} → {_short(one.after)}")
    told = sorted(told[:_MOST], key=lambda text: "status" not in text)
    if others:
        rest = page.say(LIST_JOINT).join(dict.fromkeys(others))
        told.append(
            page.say(Bilingual(f"{rest} 也不同" if told else f"{rest} 不同", f"{rest} as well" if told else rest))
        )
    return page.say(Bilingual(";", "; ")).join(told)


def _short(value: object) -> str:
    text = "–" if value is None else str(value)
    return text if len(text) <= 40 else f"{text[:16]}…"
