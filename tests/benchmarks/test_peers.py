"""The thirty norms as others would write them say what the compiled engine says, as far as they can."""

from pathlib import Path

import pytest

from benchmarks.contestants import check
from benchmarks.portfolios import check_portfolio
from tests.sizes import size


@pytest.mark.parametrize(
    ("package", "module", "name"),
    [
        ("datalogic_py", "in_jsonlogic", "JsonLogic"),
        ("opa_eval", "in_rego", "Rego"),
        ("zen", "in_zen", "Zen"),
        ("clips", "in_clips", "Clips"),
    ],
)
def test_what_is_violated(package: str, module: str, name: str) -> None:
    pytest.importorskip(package, reason="the extra `peers` is not installed")
    peer = getattr(pytest.importorskip(f"benchmarks.{module}"), name)()
    check([peer], size(15))


@pytest.mark.parametrize(("package", "module"), [("polars", "in_polars"), ("duckdb", "in_duckdb")])
def test_every_status_of_a_portfolio(package: str, module: str, tmp_path: Path) -> None:
    pytest.importorskip(package, reason="the extra `peers` is not installed")
    check_portfolio(module, tmp_path, size(20))
