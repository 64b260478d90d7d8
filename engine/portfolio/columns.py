"""Judges companies as columns, all of a batch at once."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from ...facts.addresses import province_beginnings
from ...facts.as_of import AsOf
from ..audit import selected_norms
from ..columnar import ColumnarEngine
from ..columnar.tables import make_tables
from ..findings import Verdict
from ..ruleset import Ruleset
from ..status import Status
from .judging import COMPANIES, FINDINGS, TALLIES, Judged

__all__ = ["ColumnarJudge"]


class ColumnarJudge:
    """Judges batch by batch. `statuses` are those of the findings that are written down.

    With `redact` subjects go by their numbers.
    """

    name = ColumnarEngine.name

    def __init__(
        self,
        ruleset: Ruleset,
        as_of: AsOf,
        statuses: Iterable[Status],
        *,
        select: Sequence[str] = (),
        ignore: Sequence[str] = (),
        redact: bool = False,
    ) -> None:
        self._redact = redact
        self._as_of = as_of
        self._statuses = frozenset(statuses)
        norms = selected_norms(ruleset, select, ignore)
        self._engine = ColumnarEngine(norms.values(), as_of)
        rows = [(norm.id, norm.clause, norm.severity.value, norm.severity.lowered.value) for norm in norms.values()]
        self._said = pl.DataFrame(rows, schema=["norm", "clause", "severity", "lowered"], orient="row").with_columns(
            pl.col("norm").cast(pl.Enum(list(norms)))
        )

    def judge(self, frame: pl.DataFrame, positions: pl.Series) -> Judged:
        """What is said of the companies of a canonical frame."""
        decided = self._engine.decide(make_tables(frame, self._as_of, self._engine.needs))
        who = frame.lazy().select(positions.alias("company"), *_identity(frame.schema)).collect()
        findings = decided.findings(self._statuses, numbered=self._redact)
        findings = self._graded(findings, pl.col("cured_on").is_not_null())
        findings = who[findings["company"]].hstack(findings.drop("company"))
        companies = who.hstack(decided.counts.drop("company")).with_columns(_verdict())
        tallies = self._graded(decided.tallies(), pl.col("cured"))
        return Judged(
            findings.select(_typed(FINDINGS)), companies.select(_typed(COMPANIES)), tallies.select(_typed(TALLIES))
        )

    def _graded(self, found: pl.DataFrame, cured: pl.Expr) -> pl.DataFrame:
        """With clause and severity: one step less where a duty was done late."""
        said = found.join(self._said, on="norm", how="left", maintain_order="left")
        return said.with_columns(pl.when(cured).then(pl.col("lowered")).otherwise(pl.col("severity")).alias("severity"))


def _typed(columns: Mapping[str, Any]) -> list[pl.Expr]:
    return [pl.col(name).cast(dtype) for name, dtype in columns.items()]


def _identity(schema: pl.Schema) -> list[pl.Expr]:
    """Number, name and the code of the province; the name is the company's own, or the one that the licence prints."""
    licence = schema.get("licence")
    stated = {field.name for field in licence.fields} if isinstance(licence, pl.Struct) else set()

    def of_licence(name: str) -> pl.Expr:
        return pl.col("licence").struct.field(name) if name in stated else pl.lit(None, dtype=pl.String)

    own = pl.col("name") if "name" in schema else pl.lit(None, dtype=pl.String)
    address = of_licence("registered_address")
    province = pl.lit(None, dtype=pl.String)
    for begins, one in province_beginnings().items():
        province = pl.when(address.str.starts_with(begins)).then(pl.lit(one.value)).otherwise(province)
    return [
        of_licence("number").alias("number"),
        pl.coalesce(own, of_licence("company_name")).alias("name"),
        province.alias("province"),
    ]


def _verdict() -> pl.Expr:
    """As `Verdict.of` gives it for one company."""
    found = pl.when(pl.col(Status.VIOLATED) > 0).then(pl.lit(Verdict.VIOLATIONS.value))
    open_ = found.when(pl.col(Status.UNDETERMINED) > 0).then(pl.lit(Verdict.UNDETERMINED.value))
    return open_.otherwise(pl.lit(Verdict.CLEAN.value)).alias("verdict")
