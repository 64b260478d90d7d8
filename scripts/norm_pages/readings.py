"""Readings: in a norm what it rests on, on a page of their own in full."""

from collections.abc import Iterable

from hegui.engine.norms import Reading
from hegui.engine.ruleset import Ruleset
from hegui.reports.text.law import setting_text
from scripts.norm_pages import markdown
from scripts.norm_pages.source import READINGS, Source
from scripts.norm_pages.tongue import Tongue

__all__ = ["reading_lines", "readings_page"]


def reading_lines(names: Iterable[str], ruleset: Ruleset, say: Tongue) -> list[str]:
    """The readings that a norm or definition rests on: how each is taken, and how to take it otherwise."""
    lines = []
    for name in names:
        reading = ruleset.readings[name]
        title = markdown.link(markdown.text(say.of(reading.title)), f"{READINGS}#{name}")
        others = say.joined([_setting(reading, one) for one in reading.values[1:]])
        tail = say(f" 可改为 {others}。", f" Otherwise: {others}.") if others else ""
        told = markdown.text(say.of(reading.resolution))
        lines.append(say(f"{title}:{told}{tail}", f"{title}: {told}{tail}"))
    return markdown.bullets(lines)


def readings_page(source: Source, say: Tongue) -> list[str]:
    """All readings: the doubt, how it is resolved, the other values, and which norms rest on it."""
    ruleset = source.ruleset
    lines = [
        f"# {say('解释和疑问', 'Readings and doubts')}",
        "",
        say(
            "条文有两种读法之处。有取值的是参数,可以改选(`--reading`);没有取值的说明规范中已经作出的选择。",
            "Where the text can be read in two ways. One with values is a parameter, and can be chosen otherwise "
            "(`--reading`); one without explains a choice that is built into the norms.",
        ),
        "",
    ]
    for name, reading in ruleset.readings.items():
        users = [norm.id for norm in ruleset.norms.values() if name in norm.readings]
        lines += [markdown.anchor(name), "", f"## {markdown.text(say.of(reading.title))} {markdown.code(name)}", ""]
        lines += [markdown.text(say.of(reading.problem)), "", markdown.text(say.of(reading.resolution)), ""]
        if reading.default is not None:
            chosen = [_setting(reading, reading.default) + say("(默认)", " (the default)")]
            for one in reading.alternatives:
                title = markdown.text(say.of(one.title))
                chosen.append(_setting(reading, one.value) + say(f":{title}", f": {title}"))
            lines += [*markdown.bullets(chosen), ""]
        if users:
            told = say.joined([source.norm_link(one) for one in users])
            lines += [say(f"用于 {told}。", f"Used by {told}."), ""]
    return lines


def _setting(reading: Reading, value: int | str | bool) -> str:
    return markdown.code(f"{reading.id}={setting_text(value)}")
