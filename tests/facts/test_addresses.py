"""The province of an address: where the address begins with it, and never a guess."""

import pytest

from hegui.facts.addresses import province_of
from hegui.facts.provinces import Province


@pytest.mark.parametrize(
    ("address", "province"),
    [
        ("北京市海淀区虚构路1号", Province.BEIJING),
        ("内蒙古自治区呼和浩特市", Province.INNER_MONGOLIA),
        ("内蒙古呼和浩特市", Province.INNER_MONGOLIA),
        ("广西南宁市", Province.GUANGXI),
        ("吉林省长春市", Province.JILIN),
        ("吉林市昌邑区", None),
        ("海南藏族自治州共和县", None),
        ("深圳市南山区", None),
        ("地址:北京市", None),
        (None, None),
    ],
)
def test_the_province_of_an_address(address: str | None, province: Province | None) -> None:
    assert province_of(address) is province


def test_each_province_begins_an_address_in_it() -> None:
    assert [province_of(f"{one.label.zh}某市") for one in Province] == list(Province)
