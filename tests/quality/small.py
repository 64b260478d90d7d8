"""A small ruleset in a folder: one clause, one norm about complaints that lacks nothing, and ways to spoil it."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

Data = dict[str, Any]

LAW: Data = {
    "instruments": {"LAW": {"title": "虚构规定"}},
    "bases": {
        "LAW-1": {
            "instrument": "LAW",
            "kind": "basis",
            "gist": {"zh": "及时答复。", "en": "Answer in time."},
            "verified": "yes",
        }
    },
}


def both(text: str) -> Data:
    """A text that is the same in both languages."""
    return {"zh": text, "en": text}


def example(status: str, as_of: str = "2018-06-01", readings: Data | None = None, **complaint: object) -> Data:
    """An example with one complaint."""
    facts = {"complaints": [{"id": "a", **complaint}]}
    return {status: "例", "as_of": as_of, "facts": facts, **({"readings": readings} if readings else {})}


def norm(**changed: object) -> Data:
    """Answer within ten days; keys that are given replace what it has, and None takes a key away."""
    whole: Data = {
        "modality": "obligation",
        "title": both("答复"),
        "subject": "complaints",
        "done": "it.replied_on",
        "by": "days_after(it.received_on, 10)",
        "severity": {"level": "minor", "because": both("例")},
        "message": both("{it.id}"),
        "remedy": both("答复"),
        "documents": ["答复记录"],
        "bases": ["LAW-1"],
        "since": "1",
        "examples": [
            example("met", received_on="2018-03-05", replied_on="2018-03-15"),
            example("violated", received_on="2018-03-05", replied_on="2018-03-16"),
            example("undetermined", received_on="2018-03-05"),
        ],
    }
    return {key: value for key, value in {**whole, **changed}.items() if value is not None}


def state(**changed: object) -> Data:
    """A norm without a deadline: a complaint that was decided for the user is settled."""
    examples = [
        example("met", received_on="2018-03-05", final=True, resolved=True),
        example("violated", received_on="2018-03-05", final=True, resolved=False),
        example("undetermined", received_on="2018-03-05", final=True),
    ]
    return norm(
        **{"done": None, "by": None, "applies": "it.final", "requires": "it.resolved", "examples": examples, **changed}
    )


def write(
    folder: Path,
    norms: Mapping[str, Data],
    *,
    text: list[Data] | None = None,
    concepts: Data | None = None,
    readings: Data | None = None,
    definitions: Data | None = None,
) -> Path:
    """Write the ruleset; by itself the text grounds every norm."""
    segments = text or [{"bearer": "你公司"}, {"act": "应当答复用户。", "norms": list(norms)}]
    joined = "".join(next(value for key, value in one.items() if key not in ("norms",)) for one in segments)
    digest = hashlib.sha256(joined.encode()).hexdigest()
    clause = {
        "clause": "1",
        "number": "一",
        "citation": "第一条",
        "title": both("答复"),
        "text": segments,
        "digest": digest,
        "norms": dict(norms),
    }
    if definitions is not None:
        clause["definitions"] = definitions
    head = {"id": "small", "version": "1", "title": both("小"), "citation": "小规则", "text_digest": digest}
    files: dict[str, Data] = {"ruleset.yaml": head, "bases.yaml": LAW, "clauses/01.yaml": clause}
    if concepts is not None:
        files["concepts.yaml"] = {"concepts": concepts}
    if readings is not None:
        files["readings.yaml"] = {"readings": readings}
    (folder / "clauses").mkdir(parents=True, exist_ok=True)
    for name, data in files.items():
        (folder / name).write_text(yaml.safe_dump(data, allow_unicode=True, sort_keys=False), encoding="utf-8")
    return folder
