"""Bases, consequences and readings, in a line each."""

from collections.abc import Iterable
from typing import Final

from ...engine.findings import CitedBasis, CitedReading, Finding
from ...facts import Bilingual
from .terms import STATUSES

__all__ = ["bases_text", "consequences_text", "other_readings_text", "readings_text", "setting_text"]

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


def other_readings_text(finding: Finding) -> Bilingual:
    """What the status would be if the text were read otherwise."""
    told = [
        (one.title, one.value_title, f"{one.id}={setting_text(one.value)}", STATUSES[one.status])
        for one in finding.other_readings
    ]
    return Bilingual(
        ";".join(f"{title.zh}:若取「{value.zh}」({setting}),则为{status.zh}" for title, value, setting, status in told),
        "; ".join(f"{title.en}: {status.en} if '{value.en}' ({setting})" for title, value, setting, status in told),
    )


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
