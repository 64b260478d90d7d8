"""The facts document that is written from a licence's text."""

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from hegui.facts import Company, load
from hegui.facts.licence_text import read_licence, to_facts_yaml
from tests.facts.licences import INVENTED_COMPANY, REAL_COMPANY, invented, pages, scan_reading
from tests.sizes import size


def _loaded(text: str, folder: Path) -> Company:
    path = folder / "facts.yaml"
    path.write_text(to_facts_yaml(read_licence(text, "licence.txt")), encoding="utf-8")
    return load(path).company


def test_the_scan_becomes_a_facts_document(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(to_facts_yaml(scan_reading()), encoding="utf-8")
    company = load(path).company
    licence = company.licence
    assert (licence.number, licence.company_name) == ("B2-20160073", REAL_COMPANY)
    assert licence.registered_capital == 1_000_000_000
    assert licence.issued_on == date(2018, 5, 3)
    assert licence.scope is not None
    assert [(item.id, item.code, item.internet, item.mobile) for item in licence.scope] == [("B25", "B25", False, None)]
    assert licence.regions is not None
    assert len(licence.regions) == 31
    assert licence.terms is not None
    assert [(term.id, term.expires_on) for term in licence.terms] == [("2018-05-03", date(2021, 1, 19))]
    assert company.partial == ("licence.terms",)


def test_what_is_unsure_is_not_stated(tmp_path: Path) -> None:
    company = _loaded(invented().replace("业务种类:", "业务种类:虚构的某种业务 "), tmp_path)
    assert company.name is None
    assert company.licence.received_on is None
    assert company.licence.service_items is None
    text = invented(number="B2-2O99", registered_capital="壹仟万美元", expires_on="某年某月")
    licence = _loaded(text, tmp_path).licence
    assert licence.number is None
    assert licence.registered_capital is None
    assert licence.terms is not None
    assert licence.terms[0].expires_on is None


def test_every_value_has_its_line_and_every_doubt_its_reason() -> None:
    written = to_facts_yaml(scan_reading())
    assert "  number: B2-20160073  # line 5, 35, 63 …\n" in written
    assert "  registered_capital: 1000000000  # 人民币壹仟万元; line 13, 43\n" in written
    assert "      # unsure: the face does not speak of mobile networks\n      # mobile: true  # line 17" in written
    assert "      # 较可靠:" in written
    assert "  # received_on: 2018-05-29  # line 173\n" in written
    assert all(len(line) <= 120 for line in written.splitlines())


def test_businesses_that_were_not_read_leave_their_list_partial(tmp_path: Path) -> None:
    company = _loaded(invented().replace("中的信息服务业务", "中的信息服务业务、虚构的某种业务"), tmp_path)
    assert company.licence.scope is not None
    assert [item.code for item in company.licence.scope] == ["B25"]
    assert company.partial == ("licence.terms", "licence.scope")


@pytest.mark.parametrize("kept", [(0,), (0, 3), (2, 3, 4, 5), (3, 4)])
def test_a_part_of_a_licence_is_a_document_too(kept: tuple[int, ...], tmp_path: Path) -> None:
    company = _loaded("\n\n".join(pages()[n] for n in kept), tmp_path)
    assert company.licence.number == "B2-20160073"


def test_a_text_without_a_sure_value_is_a_document_too(tmp_path: Path) -> None:
    text = "\n\n".join(pages()[n] for n in (3, 4)).replace("B2-20160073", "B2-2O16")
    assert _loaded(text, tmp_path).licence.number is None


@settings(max_examples=size(30, full=600))
@given(
    st.text(min_size=1, max_size=30).map(lambda text: f"虚构{text}公司"),
    st.sampled_from(["北京、上海", "全国", "虚构省"]),
    st.sampled_from(["", '短信息服务、"彩信": #1', "甲,乙;丙"]),
)
def test_whatever_is_printed_the_document_loads(
    tmp_path_factory: pytest.TempPathFactory, company: str, regions: str, items: str
) -> None:
    text = invented(company_name=company, registered_address=company).replace("范围:全国", f"范围:{regions}")
    text = text.replace("(服务项目)", f"(服务项目){items}")
    assert _loaded(text, tmp_path_factory.mktemp("facts")) is not None


def test_a_source_of_any_name_stays_in_its_comment(tmp_path: Path) -> None:
    path = tmp_path / "facts.yaml"
    path.write_text(to_facts_yaml(read_licence(invented(), "a\nname: b\x1b[0m.txt")), encoding="utf-8")
    company = load(path).company
    assert company.name is None
    assert company.licence.company_name == INVENTED_COMPANY
