"""`hegui questions`: which facts would decide most; on request it asks for them and writes them down."""

import sys
from collections.abc import Sequence
from typing import Final, NamedTuple

from ..engine.questions import Questioner
from ..facts import load
from ..reports.language import Language
from ..reports.questions import questions_json
from .audit import moment_of, prefixes
from .choices import Colour, ListFormat
from .exit_codes import ExitCode
from .refusal import Refusal
from .rules import chosen_readings, ruleset_named
from .screen import on_screen
from .streams import write_data

__all__ = ["QuestionsRequest", "run_questions"]

_TOP: Final = 20


class QuestionsRequest(NamedTuple):
    """What was asked for on the command line."""

    facts: str
    top: int | None
    interactive: bool
    format: ListFormat
    as_of: str | None
    language: Language
    select: Sequence[str]
    ignore: Sequence[str]
    ruleset: str
    reading: Sequence[str]
    width: int | None
    colour: Colour


def run_questions(request: QuestionsRequest) -> ExitCode:
    """Write the questions, or ask them; that facts are missing does not change the exit code."""
    moment = moment_of(request.as_of)
    readings = chosen_readings(request.reading)
    select, ignore = prefixes(request.select, "--select"), prefixes(request.ignore, "--ignore")
    if request.interactive and request.format is not ListFormat.TEXT:
        raise Refusal(f"--interactive asks in words; leave out --format {request.format}")
    if request.interactive and request.facts == "-":
        raise Refusal("--interactive reads answers from standard input and writes them into a file: name the file")
    document = load(request.facts)
    ruleset = ruleset_named(request.ruleset, readings)
    questioner = Questioner(ruleset, select=select, ignore=ignore)
    titles = {norm.id: norm.title for norm in ruleset.norms.values()}
    telling = on_screen(request.language, request.width, request.colour)
    if request.interactive:
        from .questions_asking import Asker

        # What is asked goes to standard error.
        coloured = request.colour is Colour.ALWAYS or (telling.colour and sys.stderr.isatty())
        telling = telling._replace(colour=coloured)
        return Asker(request.facts, questioner, moment, titles, telling, request.top).run()
    found = questioner.ask(document, moment)
    if request.format is ListFormat.JSON:
        write_data(questions_json(found, document, request.top or _TOP))
    else:
        from ..reports.text.questions import questions_text

        write_data(questions_text(found, document, titles, telling, request.top or _TOP))
    return ExitCode.CLEAN
