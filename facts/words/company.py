"""Words about the company itself and about changes of it."""

from .base import Word


class CompanyForm(Word):
    """The company's legal form."""

    LIMITED_LIABILITY = "limited_liability", "有限责任公司", "limited liability company"
    JOINT_STOCK = "joint_stock", "股份有限公司", "company limited by shares"
    OTHER = "other", "其他形式", "another form"


class RegistrationItem(Word):
    """An item of the company's registration that the licence's face repeats."""

    COMPANY_NAME = "company_name", "公司名称", "company name"
    LEGAL_REPRESENTATIVE = "legal_representative", "法定代表人", "legal representative"
    REGISTERED_CAPITAL = "registered_capital", "注册资本", "registered capital"
    ADDRESS = "address", "注册住所", "registered address"


class ChangingEntity(Word):
    """Whose change it is."""

    LICENSEE = "licensee", "持证公司", "the licensee"
    AUTHORISED_SUBSIDIARY = "authorised_subsidiary", "经授权的子公司", "a subsidiary the licensee authorised"


class ChangeKind(Word):
    """A change that can change who operates the business."""

    MERGER = "merger", "合并", "merger"
    DIVISION = "division", "分立", "division"
    SHAREHOLDER_CHANGE = "shareholder_change", "股东变化", "change of shareholders"
    TRANSFER_OF_OPERATION = "transfer_of_operation", "业务经营权转移", "transfer of the right to operate"
    OTHER = "other", "其他经营主体变更", "another change of the operating entity"


class ShareholderChange(Word):
    """What a change of shareholders consists of."""

    JOINED_OR_LEFT = "joined_or_left", "股东加入或退出", "a shareholder joined or left"
    SHARE_RATIO_ONLY = "share_ratio_only", "仅股权比例变化", "only the ratio of shares changed"


class ApplicationOutcome(Word):
    """What was decided on an application."""

    APPROVED = "approved", "批准", "approved"
    REFUSED = "refused", "不予批准", "refused"


class ForeignInvestor(Word):
    """What a change means for foreign shareholders."""

    NONE = "none", "不涉及外方股东变化", "no foreign shareholder is new or changed"
    NEW = "new", "新增外方股东", "a foreign shareholder is new"
    CHANGED = "changed", "原有外方股东变更", "a foreign shareholder changed"
