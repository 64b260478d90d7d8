"""`hegui questions --interactive`: asks for facts, the most useful first, and writes the answers into the file."""

import sys
from collections import Counter
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Final

from ..engine.questions import Gap, Question, Questioner
from ..facts import Bilingual, FactsError
from ..facts.as_of import AsOf
from ..facts.kinds import Kind
from ..facts.stating import value_at
from ..facts.text import document_of
from ..facts.unfit import Unfit
from ..facts.writing import Statement, WritingError, write_back
from ..reports.questions import field_of
from ..reports.text.page import Page
from ..reports.text.questions import QuestionTeller, Together
from ..reports.text.shown import shown
from ..reports.text.style import Style
from ..reports.text.telling import Telling
from .answers import Aside, answered
from .exit_codes import ExitCode
from .outputs import write_files
from .refusal import Refusal
from .streams import write_note

__all__ = ["Asker"]

_HOW: Final = Bilingual(
    "逐个回答。回车:跳过;?:不知道;q:结束并保存;Ctrl-C:结束而不保存。跳过和不知道的都不写入。",
    "Answer one by one. Enter skips, ? is for not known, q ends and saves, Ctrl-C ends without saving. "
    "What is skipped or not known stays unstated.",
)
_SAY_SOME: Final = Bilingual(
    "请在文件中逐项列出,之后再运行本命令。",
    "State them in the file, one by one, and run this command again afterwards.",
)
_COMPLETE_IT: Final = Bilingual("请在文件中补齐该列表。", "Complete the list in the file.")


class Asker:
    """Asks about one file. Prompts go to standard error, answers come from standard input, a line each."""

    def __init__(
        self,
        path: str,
        questioner: Questioner,
        moment: AsOf,
        titles: Mapping[str, Bilingual],
        telling: Telling,
        most: int | None,
    ) -> None:
        self._path = path
        self._questioner = questioner
        self._moment = moment
        self._titles = titles
        self._telling = telling
        self._most = most
        self._before = Path(path).read_bytes()
        self._text = self._before.decode("utf-8")
        self._document = document_of(self._text, path)
        self._passed: set[str] = set()
        self._counts: Counter[Aside | None] = Counter()

    def run(self) -> ExitCode:
        """Ask until there is nothing more to ask or somebody stops, then save. Raises Refusal."""
        try:
            open_ = self._ask_all()
        except KeyboardInterrupt:
            raise Refusal(f"interrupted; nothing was written to {self._path}") from None
        self._save(open_)
        return ExitCode.CLEAN

    def _ask_all(self) -> int:
        """The number of findings that are undetermined in the end."""
        self._say(_HOW)
        number = 0
        while True:
            found = self._questioner.ask(self._document, self._moment)
            waiting = [one for one in (*found.questions, *found.beginnings) if _key(one) not in self._passed]
            number += 1
            if not waiting or (self._most is not None and number > self._most):
                return len(found.undetermined)
            open_, left = len(found.undetermined), len(waiting)
            head = Bilingual(
                f"── 待定 {open_} 项,还有 {left} 个问题", f"── {open_} undetermined; questions left: {left}"
            )
            self._say(Bilingual("", ""))
            self._say(head, Style.FAINT)
            if not self._ask(waiting[0], f"{number}. "):
                return open_

    def _ask(self, question: Question, mark: str) -> bool:
        """Ask one question until it is answered or passed; False where somebody stops."""
        page = self._page()
        QuestionTeller(page, self._document, self._titles).tell(Together((question,)), mark)
        write_note(page.text.rstrip("\n"))
        while True:
            print(self._prompt(question), end="", file=sys.stderr, flush=True)
            line = sys.stdin.readline()
            if not line:
                write_note("")  # the end of the input: what was answered is saved, as with q
                return False
            try:
                answer = answered(question, line, self._document.company.partial or ())
                if not isinstance(answer, Aside):
                    self._take(question, answer)
            except (Unfit, FactsError) as error:
                self._refuse(error)
                continue
            except WritingError as error:
                write_note(shown(str(error)))
                answer = Aside.SKIP
            return self._done(question, answer)

    def _prompt(self, question: Question) -> str:
        field = field_of(question)
        told = Bilingual("", "")
        if question.gap is Gap.LIST:
            told = (
                Bilingual("无,或以逗号隔开 ", "none, or with commas between ")
                if field
                else Bilingual("无/有 ", "none/some ")
            )
        elif question.gap is Gap.COMPLETE or (field is not None and field.kind is Kind.FLAG):
            told = Bilingual("是/否 ", "yes/no ")
        return f"{self._telling.language.of(told)}> "

    def _take(self, question: Question, answer: Statement) -> None:
        """Put an answer into the text. Raises Unfit, FactsError and WritingError, and then nothing has changed."""
        pointer = "/partial" if question.pointer.startswith("/partial/") else question.pointer
        was = value_at(self._document.company, pointer)
        text = write_back(self._text, {pointer: answer}, self._path)
        document = document_of(text, self._path)
        value = value_at(document.company, pointer)
        if isinstance(was, date) and not (isinstance(value, datetime) and value.date() == was):
            raise Unfit(f"the day that is stated is {was}", f"a minute of it, such as {was} 14:30")
        if value is None:
            raise Unfit("nothing is stated by that", "an answer, or Enter to skip")
        self._text, self._document = text, document

    def _done(self, question: Question, answer: Statement | Aside) -> bool:
        if answer is Aside.STOP:
            return False
        if isinstance(answer, Aside):
            self._passed.add(_key(question))
            self._counts[answer] += 1
            if answer is Aside.SOME:
                self._say(_SAY_SOME)
            elif answer is Aside.NOT_COMPLETE:
                self._say(_COMPLETE_IT)
        else:
            self._counts[None] += 1
        return True

    def _refuse(self, error: Unfit | FactsError) -> None:
        if isinstance(error, Unfit):
            write_note(f"{error.what}, expected {error.expected}")
        else:
            write_note("\n".join(f"{one.what}, expected {one.expected}" for one in error.problems))

    def _save(self, undetermined: int) -> None:
        count = self._counts[None]
        if not count:
            self._say(
                Bilingual(f"没有回答,{self._path} 没有改动。", f"Nothing was answered; {self._path} is as it was.")
            )
            return
        if Path(self._path).read_bytes() != self._before:
            raise Refusal(f"{self._path} was changed by somebody else meanwhile; nothing was written, ask again")
        write_files({Path(self._path): self._text.encode("utf-8")})
        left = sum(self._counts.values()) - count
        self._say(
            Bilingual(
                f"已将 {count} 个回答写入 {self._path}。跳过或不知道 {left} 个,仍有 {undetermined} 项待定。",
                f"Wrote {count} {'answer' if count == 1 else 'answers'} to {self._path}. {left} skipped or not known; "
                f"{undetermined} undetermined.",
            )
        )

    def _page(self) -> Page:
        return Page(self._telling.language, self._telling.columns, colour=self._telling.colour)

    def _say(self, text: Bilingual, style: Style = Style.PLAIN) -> None:
        page = self._page()
        page.write(page.say(text), style=style)
        write_note(page.text.rstrip("\n"))


def _key(question: Question) -> str:
    """What tells a question apart though entries of `partial` before it are taken out."""
    return f"{question.gap}:{question.table if question.pointer.startswith('/partial/') else question.pointer}"
