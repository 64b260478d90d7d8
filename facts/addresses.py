"""The province in which an address lies, where the address begins with it, as those of licences do."""

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from .provinces import Province

__all__ = ["province_beginnings", "province_of"]


@cache
def province_beginnings() -> Mapping[str, Province]:
    """With what an address begins that names its province: 广东省, 内蒙古自治区, and 内蒙古.

    The short names of provinces that are the full ones without their last character are none: 吉林 is a city as well,
    and 海南 and 河南 begin the names of districts in other provinces.
    """
    found = {}
    for province in Province:
        full = province.label.zh
        found[full] = province
        if province.short != full[:-1]:
            found[province.short] = province
    return MappingProxyType(found)


def province_of(address: str | None) -> Province | None:
    """The province of an address; None where it begins with none, such as 深圳市南山区."""
    if address is None:
        return None
    return next((one for begins, one in province_beginnings().items() if address.startswith(begins)), None)
