"""Values of the rule language in words: fields, constants, dates reckoned from dates."""

from collections.abc import Callable, Mapping

from hegui.engine.explain.display import constant
from hegui.engine.explain.wording import TODAY
from hegui.engine.language.tree import Call, Cell, Choice, Condition, Constant, Extreme, Pick, Today, Value
from scripts.norm_pages import markdown
from scripts.norm_pages.naming import Naming
from scripts.norm_pages.tongue import Tongue

__all__ = ["ValueWords"]


class ValueWords:
    """Tells values. `named` are those with a name of their own, which is told in their place.

    `condition` tells a condition within a sentence.
    """

    def __init__(
        self,
        tongue: Tongue,
        naming: Naming,
        condition: Callable[[Condition], str],
        named: Mapping[Value, str] | None = None,
    ) -> None:
        self._tongue = tongue
        self._naming = naming
        self._condition = condition
        self._named = named or {}

    def tell(self, value: Value) -> str:
        """A value, by its name if it has one."""
        return self._named.get(value) or self.tell_in_full(value)

    def tell_in_full(self, value: Value) -> str:
        """A value, even if it has a name."""
        say = self._tongue
        match value:
            case Cell():
                return self._naming.cell(value)
            case Constant():
                return markdown.text(say.of(constant(value)))
            case Today():
                return say.of(TODAY)
            case Call():
                return self._call(value)
            case Pick(latest=latest, values=values):
                told = say("、", ", ").join(self.tell(one) for one in values)
                if latest:
                    return say(f"{told}之中最晚的", f"the latest of {told}")
                return say(f"{told}之中最早的", f"the earliest of {told}")
            case Choice(condition=condition, then=then, otherwise=otherwise):
                test, first, second = self._condition(condition), self.tell(then), self.tell(otherwise)
                return say(f"若{test},则为{first},否则为{second}", f"{first} if {test}, else {second}")
            case Extreme():
                return self._extreme(value)

    def _call(self, call: Call) -> str:
        say = self._tongue
        date = self.tell(call.arguments[0])
        number = self.tell(call.arguments[1]) if len(call.arguments) > 1 else ""
        told = {
            "days_after": (f"{date}之后第 {number} 日", f"day {number} after {date}"),
            "workdays_after": (f"{date}之后第 {number} 个工作日", f"working day {number} after {date}"),
            "months_after": (f"{date}之后 {number} 个月届满之日", f"{number} months after {date}"),
            "days_before": (f"{date}之前 {number} 日", f"{number} {'day' if number == '1' else 'days'} before {date}"),
            "plus_days": (f"{date}之后 {number} 日", f"{number} {'day' if number == '1' else 'days'} after {date}"),
            "hours_after": (f"{date}之后 {number} 小时", f"{number} hours after {date}"),
            "day_of": (f"{date}当日", f"the day of {date}"),
            "day_end": (f"{date}当日 23:59", f"the last minute of {date}"),
            "year_end": (f"{date}所在年的 12 月 31 日", f"the end of the year of {date}"),
        }[call.function]
        return say(*told)

    def _extreme(self, value: Extreme) -> str:
        say = self._tongue
        self._naming.enter(value.row)
        table, told = self._naming.table(value.source.table), self.tell(value.value)
        test = self._condition(value.condition)
        self._naming.leave()
        which = say("最晚", "latest") if value.latest else say("最早", "earliest")
        if not test:
            return say(f"{table}中{which}的{told}", f"the {which} {told}, among {table}")
        return say(f"{table}中符合“{test}”的,其{which}的{told}", f"the {which} {told}, among {table} where {test}")
