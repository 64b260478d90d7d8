"""Ids of derived elements, in words."""

import pytest

from hegui.facts import Bilingual
from hegui.facts.identities import identity_in_words


@pytest.mark.parametrize(
    ("path", "identity", "zh", "en"),
    [
        ("operating_provinces", "B25/mobile/440000", "B25·移动网·广东省", "B25, mobile network, Guangdong"),
        (
            "operating_provinces",
            "unknown/mobile/440000",
            "未说明·移动网·广东省",
            "not stated, mobile network, Guangdong",
        ),
        ("check_periods", "平台/risk_assessment/first", "平台·风险评估·首次", "平台, risk assessment, first"),
        ("check_periods", "平台/compliance_test/after/甲", "平台·符合性评测·上次检查后·甲", None),
        ("report_years", "2019", "2019", "2019"),
        ("services.regions", "440000", "广东省", "Guangdong"),
        ("services", "mobile", "mobile", "mobile"),
        ("services", "a/first", "a/first", "a/first"),
    ],
)
def test_ids_are_told_in_words_where_the_product_made_them(path: str, identity: str, zh: str, en: str | None) -> None:
    found = identity_in_words(path, identity)
    assert found.zh == zh
    assert en is None or found == Bilingual(zh, en)
