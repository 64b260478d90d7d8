"""The businesses that other licences name, each with what its licence says."""

from collections.abc import Iterator

from ..as_of import AsOf
from ..models.company import Company
from ..models.other_licences import OtherLicence
from .lists import DerivedElement, DerivedList


def licensed_businesses(company: Company, as_of: AsOf) -> DerivedList:
    """One for each of `licences` and each of its codes; incomplete where the licences or the codes of one are."""
    partial = company.partial or ()
    missing: list[str] = []
    if company.licences is None or "licences" in partial:
        missing.append("/licences")
    elements: list[DerivedElement] = []
    for n, licence in enumerate(company.licences or ()):
        pointer = f"/licences/{n}/codes"
        if licence.codes is None or "licences.codes" in partial:
            missing.append(pointer)
        elements += _businesses(licence, pointer)
    return DerivedList(tuple(elements), not missing, tuple(missing))


def _businesses(licence: OtherLicence, pointer: str) -> Iterator[DerivedElement]:
    for n, code in enumerate(licence.codes or ()):
        identity = f"{licence.id}/{code.value}"
        values = {
            "id": identity,
            "licence": licence.id,
            "holder": licence.holder,
            "held_by_company": licence.held_by_company,
            "level": licence.level,
            "code": code,
            "internet": licence.internet,
            "issued_on": licence.issued_on,
            "expires_on": licence.expires_on,
        }
        yield DerivedElement(values, identity, f"{pointer}/{n}")
