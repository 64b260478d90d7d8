"""Each hazard that docs/reliability.md lists names a test that there is."""

import ast
import re

from tests.cli.running import ROOT

_PAGE = (ROOT / "docs" / "reliability.md").read_text(encoding="utf-8")


def test_each_hazard_has_its_test() -> None:
    rows = re.findall(r"^\| (?!what goes|---).*\| `?([^|`]*)`? \|$", _PAGE.partition("## An audit")[0], re.MULTILINE)
    assert len(rows) > 20
    for row in rows:
        path, _, name = row.partition("::")
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        assert name in {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}, row
    assert len(set(rows)) == len(rows)
