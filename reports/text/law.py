"""Bases, consequences and readings, in a line each."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from ...engine.findings import CitedBasis, CitedReading, Finding, OtherReading
from ...engine.norms import Reading
from ...engine.status import Status
from ...facts import Bilingual
from .terms import STATUSES

__all__ = ["bases_text", "choices_text", "consequences_text", "other_readings_text", "readings_text", "setting_text"]

_VERIFIED: Final = {
    "yes": Bilingual("", ""),
    "partial": Bilingual("部分核实", "partly verified"),
    "no": Bilingual("未核实", "unverified"),
}


def bases_text(bases: Iterable[CitedBasis]) -> Bilingual:
    """The articles behind a norm: '《…条例》第四条、第七条;《…办法》(未核实)'."""
    cited: dict[str, list[Bilingual]] = {}
    for basis in bases:
        cited.setdefault(basis.instrument, []).append(_article(basis))
    return Bilingual(
        ";".join(f"《{title}》{'、'.join(one.zh for one in articles)}" for title, articles in cited.items()),
        "; ".join(f"《{title}》 {', '.join(one.en for one in articles)}" for title, articles in cited.items()),
    )


def consequences_text(finding: Finding) -> Bilingual:
    """What may follow from a breach, with the articles that say so."""
    told = [(basis.gist, bases_text([basis])) for basis in finding.consequences]
    return Bilingual(
        "".join(f"{gist.zh.rstrip('。')}({cited.zh})。" for gist, cited in told),
        " ".join(f"{gist.en.rstrip('.')} ({cited.en})." for gist, cited in told),
    )


def readings_text(readings: Iterable[CitedReading]) -> Bilingual:
    """The titles of the readings that a finding rests on, with the value of those that are parameters."""
    told = [(one.title, "" if one.value is None else _value(one)) for one in readings]
    return Bilingual(
        "、".join(f"{title.zh}{f'({value})' if value else ''}" for title, value in told),
        ", ".join(f"{title.en}{f' ({value})' if value else ''}" for title, value in told),
    )


def other_readings_text(finding: Finding) -> list[Bilingual]:
    """For each reading that decides a finding: how the text is read, why, and what the status would be otherwise."""
    told = []
    cited = {one.id: one for one in finding.readings}
    for name in dict.fromkeys(one.id for one in finding.other_readings):
        others: dict[Status, list[OtherReading]] = {}
        for one in finding.other_readings:
            if one.id == name:
                others.setdefault(one.status, []).append(one)
        otherwise = [_otherwise(status, values) for status, values in others.items()]
        title, why = cited[name].title, cited[name].resolution
        told.append(
            Bilingual(
                f"{title.zh}:{why.zh}{''.join(one.zh for one in otherwise)}",
                f"{title.en}: {why.en} {' '.join(one.en for one in otherwise)}",
            )
        )
    return told


def _otherwise(status: Status, others: Sequence[OtherReading]) -> Bilingual:
    """The values of one reading under which the status would be this one."""
    values = [setting_text(one.value) for one in others]
    zh = "或".join(f"「{one.value_title.zh}」" for one in others)
    en = " or ".join(f"'{one.value_title.en}'" for one in others)
    return Bilingual(
        f"若按{zh}({others[0].id}={'、'.join(values)}),则为{STATUSES[status].zh}。",
        f"Read as {en} ({others[0].id}={', '.join(values)}), it is {STATUSES[status].en}.",
    )


def choices_text(
    reading: Reading, value: int | str | bool, outcomes: Mapping[int | str | bool, Status] | None = None
) -> Bilingual:
    """The value of a reading in force, and the others, each as the command line takes it, with what it means.

    With `outcomes`, the statuses of a finding under those values that change it, each says what it would be.
    """
    zh, en = [], []
    for one in reading.values:
        if one != value:
            setting, named = f"{reading.id}={setting_text(one)}", _named(reading, one)
            status = Bilingual("", "") if outcomes is None else _outcome(outcomes.get(one))
            zh.append(f"{setting}({named.zh}{status.zh})")
            en.append(f"{setting} ({named.en}{status.en})")
    now = f"--reading {reading.id}={setting_text(value)}"
    return Bilingual(f"现取 {now};另可取 {'、'.join(zh)}", f"now {now}; also {', '.join(en)}")


def _outcome(status: Status | None) -> Bilingual:
    if status is None:
        return Bilingual(",结论不变", ", the same status")
    return Bilingual(f",则为{STATUSES[status].zh}", f", then {STATUSES[status].en}")


def _named(reading: Reading, value: int | str | bool) -> Bilingual:
    return Bilingual("默认", "the default") if value == reading.default else reading.titled(value)


def setting_text(value: int | str | bool | None) -> str:
    """A value of a reading, as a command line takes it."""
    return str(value).lower() if isinstance(value, bool) else str(value)


def _value(reading: CitedReading) -> str:
    return f"{reading.id}={setting_text(reading.value)}"


def _article(basis: CitedBasis) -> Bilingual:
    mark = _VERIFIED[basis.verified]
    article = Bilingual("有关条款", "an article") if basis.article is None else Bilingual(basis.article, basis.article)
    return Bilingual(
        article.zh + (f"({mark.zh})" if mark.zh else ""),
        article.en + (f" ({mark.en})" if mark.en else ""),
    )
