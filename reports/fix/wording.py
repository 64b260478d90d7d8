"""The sentences in which repairs are told."""

from collections.abc import Mapping
from typing import Final

from ...engine.repairs import Effect, FixReport, Outlook, Plan, Repair
from ...engine.status import Status
from ...facts import Bilingual
from ..text.terms import SEVERITIES, STATUSES

__all__ = ["SECTIONS", "effect_text", "plan_text", "standing_text", "verdict_text", "what_acts_are"]

SECTIONS: Final[Mapping[str, Bilingual]] = {
    "repaired": Bilingual("可以补救", "Can be repaired"),
    "eased": Bilingual("不能补救,现在去办可以减轻", "Cannot be repaired; doing it now makes it better"),
    "reported": Bilingual("不能补救,只能如实报告", "Cannot be repaired, only reported"),
    "plan": Bilingual("一并办理", "All together"),
}


def verdict_text(report: FixReport) -> Bilingual:
    """How many violations there are, and of how many kinds of outlook."""
    moment = report.audit.as_of.replace("T", " ")
    count, repaired = len(report.outlooks), len(report.repaired)
    if not count and report.audit.is_partial:
        return Bilingual(
            f"截至 {moment},所选规范没有需要补救的违反。",
            f"As of {moment} none of the norms that were selected is violated.",
        )
    if not count:
        return Bilingual(f"截至 {moment},没有需要补救的违反。", f"As of {moment} nothing is violated.")
    eased = sum(one.easing is not None for one in report.unrepaired)
    among = Bilingual(" ", "")
    if report.audit.is_partial:
        among = Bilingual(",所选规范", " of the norms that were selected")
    zh = f"截至 {moment}{among.zh}有违反 {count} 项:可以补救 {repaired} 项"
    en = f"As of {moment}, of {_violations(count)}{among.en} {repaired} can be repaired"
    if left := count - repaired:
        zh += f",不能补救 {left} 项"
        en += f", and {left} cannot"
        if eased:
            zh += f"(其中现在去办可以减轻的 {eased} 项)"
            en += f" ({eased} of them can be made better now)"
    return Bilingual(f"{zh}。", f"{en}.")


def what_acts_are(report: FixReport) -> Bilingual:
    """From when on the acts are done, and what was verified."""
    day = report.audit.as_of.replace("T", " ")
    zh = (
        f"所列举措自 {day} 起办理,不改动已经发生的日期、金额和记录。每一项都以当日办妥后的事实重新判断过:"
        "解除或者减轻该项违反,且不使其他任何一项变差。推迟办理的,须重新判断。"
    )
    en = (
        f"Acts are done from {day} on, and alter no past date, amount or record. Each was judged anew, on the facts as "
        "they are with it done on that day: it clears or eases its violation, and makes no other finding worse. "
        "If it is done later, judge again."
    )
    return Bilingual(zh, en)


def effect_text(repair: Repair, outlook: Outlook, as_of: str) -> Bilingual:
    """How the violation stands after a repair."""
    finding = outlook.finding
    since = Bilingual("", "")
    if repair.seen_on != as_of:
        since = Bilingual(f"自 {repair.seen_on.replace('T', ' ')} 起", f"from {repair.seen_on.replace('T', ' ')} on ")
    match repair.effect:
        case Effect.CURES:
            text = Bilingual(f"{since.zh}符合", f"{since.en}met")
        case Effect.ENDS:
            text = Bilingual(
                f"{since.zh}不再适用(终止,而非纠正)", f"{since.en}no longer applicable: it is ended, not cured"
            )
        case Effect.EASES if repair.status is Status.UNDETERMINED:
            text = Bilingual("不再认定违反,转为待定", "no longer surely violated, but undetermined")
        case Effect.EASES if repair.severity is not finding.severity:
            grave = SEVERITIES[repair.severity]
            text = Bilingual(f"仍属违反(迟延),降为{grave.zh}", f"still violated, as it is late, but only {grave.en}")
        case Effect.EASES:
            text = Bilingual("仍属违反(迟延),但已履行", "still violated, as it is late, but done")
    if repair.also:
        count = len(repair.also)
        return Bilingual(f"{text.zh};同时改善另外 {count} 项", f"{text.en}; makes {count} more better")
    return text


def standing_text(outlook: Outlook) -> Bilingual:
    """Why a violation stays."""
    finding = outlook.finding
    if finding.cured_on is not None:
        return Bilingual(
            f"期限 {finding.due} 已过,已于 {finding.cured_on} 补办,迟延本身不能补救",
            f"due on {finding.due} and done on {finding.cured_on}: that it was late cannot be repaired",
        )
    if finding.due is not None:
        late_zh, late_en = (
            f"期限 {finding.due} 已过,现在办理也已逾期",
            f"it was due on {finding.due}: done now, it is late",
        )
        return Bilingual(late_zh, late_en)
    if outlook.is_final:
        return Bilingual(
            "所涉事实是已经发生的记录,公司此后的举措不能改变",
            "it rests on records of what happened, which nothing that the company does from now on changes",
        )
    if outlook.tried_all:
        return Bilingual("至多三项举措的各种组合都不能解除", "no combination of up to three acts clears it")
    return Bilingual(
        "举措过多,没有试遍;试过的都不能解除", "there are too many acts to try them all; none that was tried clears it"
    )


def plan_text(plan: Plan) -> Bilingual:
    """How the company stands after everything that is planned."""
    zh, en = [], []
    for status in (Status.VIOLATED, Status.UNDETERMINED, Status.PENDING):
        name = STATUSES[status]
        zh.append(f"{name.zh} {plan.before[status]} → {plan.then[status]}")
        en.append(f"{name.en} {plan.before[status]} → {plan.then[status]}")
    acts, clears = len(plan.acts), len(plan.clears)
    zh_acts = f"{acts} 项举措一并办妥,解除 {clears} 项违反,没有一项变差:{','.join(zh)}"
    en_acts = f"{acts} {'act' if acts == 1 else 'acts'} together clear {_violations(clears)}, and nothing is worse: "
    if any(len(values) > 1 for act in plan.acts for _, values in act.open):
        zh_acts += "(结果未定的,按最不利的结果计)"
        en.append("what is still open counted as it turns out worst")
    return Bilingual(f"{zh_acts}。", f"{en_acts}{', '.join(en)}.")


def _violations(count: int) -> str:
    return "1 violation" if count == 1 else f"{count} violations"
