"""The files that a new norm, or a new ruleset, begins with: they load, and their examples pass.

What only the author can know is left empty, where `lint` names it.
"""

import hashlib
from typing import Final

__all__ = ["STAND_IN", "clause_file", "norm_lines", "ruleset_file"]

STAND_IN: Final = "company.form == 'limited_liability'"
"""The condition of a norm whose own is still to be written. `lint` names it."""

_NORM: Final = """\
{norm}:
  # One duty, or one ban, for one kind of subject. `hegui norms lint` names what is still to be written here.
  modality: obligation          # or prohibition
  title: {{zh: "", en: ""}}       # what is demanded, in a line
  # What the norm is about: a list of the facts, of which each element gets a finding of its own, or company.
  subject: company
  # A stand-in, so that the examples below can run. Write here when the norm is kept (requires: ...), when it is broken
  # (forbids: ...), or by when something has to be done (done: it.reported_on, by: workdays_after(it.disposed_at, 10)).
  # applies: ... says when it concerns a subject at all, and review: ... what the text leaves to judgement.
  requires: {condition}
  severity:
    level: minor                # critical, major or minor
    because: {{zh: "", en: ""}}   # why so grave
  message: {{zh: "", en: ""}}     # what is so, and what should be; {{it.id}} or {{by}} stand for facts and dates
  remedy: {{zh: "", en: ""}}      # what to do about it
  documents: []                 # what an inspector asks for, in Chinese
  bases: []                     # the articles of law behind it, by their names in bases.yaml
  since: "{version}"
  # At least one example that is met, one violated, and one undetermined since something is not stated; of a deadline
  # its last good and its first bad day. What an example leaves out is as ruleset.yaml has it under facts.
  examples:
    - met: 有限责任公司
      as_of: 2018-06-01
      facts: {{form: limited_liability}}
    - violated: 股份有限公司
      as_of: 2018-06-01
      facts: {{form: joint_stock}}
    - undetermined: 未说明公司形式
      as_of: 2018-06-01
      facts: {{form: null}}
"""

_CLAUSE: Final = """\
# A clause of the text. Its file's name puts it in the order of the text: 01.yaml, 02.yaml, ...
clause: "1"
number: 一
citation: 第一条
title: {{zh: 待写, en: to be written}}
# The clause to the letter, cut into segments, each with its role: heading, bearer, condition, act, deadline, authority,
# definition or connective. A segment names the norms that rest on its words. Where the text changes so does its digest,
# and that of all clauses in ruleset.yaml: loading the ruleset (`hegui norms lint`) tells the new ones.
text:
  - {{bearer: "{bearer}"}}
  - {{act: "{act}", norms: [{norm}]}}
digest: {digest}

norms:
"""

_RULESET: Final = """\
# A ruleset: this file, clauses/ with a file for each clause of the text, and where they are needed bases.yaml
# (articles of law), readings.yaml (where the text can be read in two ways) and concepts.yaml (conditions that norms
# share).
id: "{name}"
version: "{version}"
title: {{zh: "{name}", en: "{name}"}}
# How the text is cited, before the clause's own citation; {{number}} in braces stands for the licence's number.
citation: "{name}"
text_digest: {digest}

# What every example of a norm starts from; an example's own facts stand over these, a section at a time.
facts:
  name: "示例公司(虚构)"
"""

_BEARER: Final = "公司"
_ACT: Final = "应当为有限责任公司。"
_FIRST_VERSION: Final = "0.1"


def norm_lines(norm: str, version: str, indent: int) -> str:
    """A norm as it stands in a clause file, so far in from the left."""
    text = _NORM.format(norm=norm, version=version, condition=STAND_IN)
    return "".join(" " * indent + line for line in text.splitlines(keepends=True))


def clause_file(norm: str) -> str:
    """The first clause of a new ruleset, with its norm."""
    head = _CLAUSE.format(norm=norm, bearer=_BEARER, act=_ACT, digest=_digest())
    return head + norm_lines(norm, _FIRST_VERSION, 2)


def ruleset_file(name: str) -> str:
    """The head of a new ruleset."""
    return _RULESET.format(name=name, version=_FIRST_VERSION, digest=_digest())


def _digest() -> str:
    """Of the one clause, and so of the whole text."""
    return hashlib.sha256(f"{_BEARER}{_ACT}".encode()).hexdigest()
