"""The 31 divisions of mainland China, by GB/T 2260: code, full name, short name."""

from typing import Final, Self

from .bilingual import Bilingual
from .words.base import Word


class Province(Word):
    """A province, autonomous region or municipality of the mainland. Its value is the six-digit code of GB/T 2260.

    It is stated as its code (110000), its full name (北京市) or its short name (北京).
    """

    short: str

    def __new__(cls, value: str, zh: str, en: str, short: str = "") -> Self:
        """A member; its short name is given where it is not the full one without its last character."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = Bilingual(zh, en)
        member.short = short or zh[:-1]
        return member

    @property
    def spellings(self) -> tuple[str, ...]:
        """Code, full name and short name."""
        return (self.value, self.label.zh, self.short)

    @classmethod
    def expected(cls) -> str:
        """What a province may be stated as; thirty-one names would bury the message."""
        return "a mainland province by its GB/T 2260 code or name, such as 110000, 北京市 or 北京"

    BEIJING = "110000", "北京市", "Beijing"
    TIANJIN = "120000", "天津市", "Tianjin"
    HEBEI = "130000", "河北省", "Hebei"
    SHANXI = "140000", "山西省", "Shanxi"
    INNER_MONGOLIA = "150000", "内蒙古自治区", "Inner Mongolia", "内蒙古"
    LIAONING = "210000", "辽宁省", "Liaoning"
    JILIN = "220000", "吉林省", "Jilin"
    HEILONGJIANG = "230000", "黑龙江省", "Heilongjiang"
    SHANGHAI = "310000", "上海市", "Shanghai"
    JIANGSU = "320000", "江苏省", "Jiangsu"
    ZHEJIANG = "330000", "浙江省", "Zhejiang"
    ANHUI = "340000", "安徽省", "Anhui"
    FUJIAN = "350000", "福建省", "Fujian"
    JIANGXI = "360000", "江西省", "Jiangxi"
    SHANDONG = "370000", "山东省", "Shandong"
    HENAN = "410000", "河南省", "Henan"
    HUBEI = "420000", "湖北省", "Hubei"
    HUNAN = "430000", "湖南省", "Hunan"
    GUANGDONG = "440000", "广东省", "Guangdong"
    GUANGXI = "450000", "广西壮族自治区", "Guangxi", "广西"
    HAINAN = "460000", "海南省", "Hainan"
    CHONGQING = "500000", "重庆市", "Chongqing"
    SICHUAN = "510000", "四川省", "Sichuan"
    GUIZHOU = "520000", "贵州省", "Guizhou"
    YUNNAN = "530000", "云南省", "Yunnan"
    TIBET = "540000", "西藏自治区", "Tibet", "西藏"
    SHAANXI = "610000", "陕西省", "Shaanxi"
    GANSU = "620000", "甘肃省", "Gansu"
    QINGHAI = "630000", "青海省", "Qinghai"
    NINGXIA = "640000", "宁夏回族自治区", "Ningxia", "宁夏"
    XINJIANG = "650000", "新疆维吾尔自治区", "Xinjiang", "新疆"


NATIONWIDE_SPELLINGS: Final = ("nationwide", "全国")
"""Either stands, in place of a list of provinces, for all 31 of them."""
