"""The model of a launch file: a day, a title, and sections that are named and made as those of a company."""

from ..describe import required
from ..kinds import GivenDay, GivenText
from ..models.company import Company

__all__ = ["LaunchFile"]


class LaunchFile(Company):
    """What a launch file states.

    An element with an id that the company has not is added. One with an id that it has changes that one: the fields
    that are given replace the company's, lists of words as a whole.
    """

    on: GivenDay = required("上线日", "on", "变化发生之日,如 2019-07-01", "the day of the launch, such as 2019-07-01")
    title: GivenText = required("名称", "title", "上线内容", "what is launched")
