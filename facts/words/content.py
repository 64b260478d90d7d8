"""Words about logs and about illegal information."""

from .base import Word


class RetentionUnit(Word):
    """What the retention of logs is counted in."""

    DAY = "day", "日", "days"
    MONTH = "month", "月", "months"


class ContentOrigin(Word):
    """Whose information it is."""

    OWN = "own", "公司自身", "the company's own"
    USER = "user", "用户", "a user's"


class ContentCategory(Word):
    """The item of article 15 of the Measures for Internet Information Services that it falls under."""

    ITEM_1 = "item_1", "第一项 反对宪法基本原则", "item 1: against the basic principles of the constitution"
    ITEM_2 = "item_2", "第二项 危害国家安全与统一", "item 2: national security, state secrets, unity"
    ITEM_3 = "item_3", "第三项 损害国家荣誉和利益", "item 3: honour and interests of the nation"
    ITEM_4 = "item_4", "第四项 煽动民族仇恨与歧视", "item 4: ethnic hatred and discrimination"
    ITEM_5 = "item_5", "第五项 邪教和封建迷信", "item 5: cults and superstition"
    ITEM_6 = "item_6", "第六项 谣言与扰乱社会秩序", "item 6: rumours and disturbance of social order"
    ITEM_7 = "item_7", "第七项 淫秽赌博暴力恐怖等", "item 7: obscenity, gambling, violence, terror, crime"
    ITEM_8 = "item_8", "第八项 侮辱诽谤与侵权", "item 8: insult, slander, rights of others"
    ITEM_9 = "item_9", "第九项 法律法规禁止的其他内容", "item 9: what laws and regulations forbid otherwise"
    OTHER = "other", "不属于第十五条所列", "none of those items"


class EstablishedBy(Word):
    """Who established that the information is illegal."""

    AUTHORITY = "authority", "主管机关", "an authority"
    COURT = "court", "法院", "a court"
    COMPANY = "company", "公司自行认定", "the company itself"
    NOBODY = "nobody", "尚无认定", "nobody so far"
