"""What facts are called: paths that people can read, titles, and places in the file."""

from collections.abc import Sequence
from typing import Protocol

from ...engine.explain.reasons import Evidence
from ...engine.findings import Finding
from ...facts import Bilingual, Document
from ...facts.identities import identity_in_words
from ...facts.pointers import parts_of, readable
from ...facts.schema import COMPANY, VALUE, company_schema
from .width import width

__all__ = ["AboutSubject", "FactNames", "brief_words", "briefly", "subject_ids", "subject_words"]

_LONGEST_FILE = 20
"""A file's path that is wider is told by the file's name alone; the head of the report has the whole path."""


class AboutSubject(Protocol):
    """What is about a subject: a finding, say."""

    @property
    def subject(self) -> tuple[str, ...]:
        """The path of its ids; empty for the company."""

    @property
    def subject_table(self) -> str:
        """The path of its list."""

    @property
    def subject_title(self) -> Bilingual:
        """What one of its list is called."""


class FactNames:
    """Names the facts of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._tables = company_schema().tables

    def path(self, pointer: str) -> str:
        """'services[sms].operated_by' for '/services/0/operated_by'."""
        return readable(parts_of(pointer), self._document.company)

    def described(self, pointer: str) -> tuple[Bilingual, Bilingual] | None:
        """Title and help of what stands at a pointer; None for the whole document."""
        names = [part for part in parts_of(pointer) if isinstance(part, str)]
        path = ".".join(names)
        if path in self._tables:
            table = self._tables[path]
            return table.title, table.help
        holder, _, name = path.rpartition(".")
        for fields, key in (
            (self._tables[COMPANY].fields, path),
            (self._tables[holder].fields if holder in self._tables else {}, name),
            (self._tables[holder].fields if holder in self._tables else {}, VALUE),
        ):
            if key in fields:
                return fields[key].title, fields[key].help
        return None

    def place(self, pointer: str) -> str:
        """'facts.yaml:12', or '' where the facts came from no file or nothing is stated there."""
        place = self._document.positions.get(pointer)
        return "" if place is None else f"{_short(place.file)}:{place.line}"

    def exact_place(self, pointer: str) -> str:
        """'facts.yaml:12:5', of the nearest that holds it where nothing is stated there; '' without a file."""
        place = self._document.position(pointer)
        return "" if place is None else f"{_short(place.file)}:{place.line}:{place.column}"

    def places(self, evidence: Sequence[Evidence]) -> str:
        """The lines of some facts: 'facts.yaml:12,30', a file after the other. A fact that is not stated has none."""
        lines: dict[str, set[int]] = {}
        for fact in evidence:
            if fact.pointer in self._document.positions and fact.line is not None:
                lines.setdefault(fact.file or "", set()).add(fact.line)
        return " ".join(f"{_short(file)}:{','.join(map(str, sorted(found)))}" for file, found in lines.items())

    def about(self, finding: Finding) -> Bilingual:
        """The subject: its list's title and its ids."""
        return _titled(finding, subject_words(finding))

    def briefly(self, finding: Finding) -> Bilingual:
        """The subject, without the id of a derived one."""
        return briefly(finding)


def briefly(one: AboutSubject) -> Bilingual:
    """The subject: its list's title and its ids, without the id of a derived one."""
    return _titled(one, brief_words(one))


def subject_words(finding: Finding) -> Bilingual:
    """The path of ids of the subject; before the id of a derived one, on which commands and waivers rely, its words."""
    words, path = brief_words(finding), subject_ids(finding)
    return words if words.zh == path else Bilingual(f"{words.zh}({path})", f"{words.en} ({path})")


def brief_words(one: AboutSubject) -> Bilingual:
    """The path of ids of the subject; of a derived one its words alone."""
    path = subject_ids(one)
    if not one.subject:
        return Bilingual(path, path)
    words = identity_in_words(one.subject_table, one.subject[-1])
    return Bilingual(path, path) if words.zh == one.subject[-1] else words


def _titled(one: AboutSubject, ids: Bilingual) -> Bilingual:
    title = one.subject_title
    if not one.subject:
        return title
    if one.subject[-1] == "?":
        return Bilingual(f"{title.zh}(未列明的)", f"{title.en} (those that are not listed)")
    return Bilingual(f"{title.zh} {ids.zh}", f"{title.en} {ids.en}")


def subject_ids(one: AboutSubject) -> str:
    """The path of ids of the subject, such as '2020-check/logs'."""
    return "/".join(one.subject)


def _short(file: str) -> str:
    return file if width(file) <= _LONGEST_FILE else file.replace("\\", "/").rpartition("/")[2]
