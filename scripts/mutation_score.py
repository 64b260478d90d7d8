"""The mutation score of a ruleset: of all small changes to its norms' conditions, how many their own examples notice.

Run as `python -m scripts.mutation_score [RULESET [NORM ...]]`: a ruleset by its name or its folder, and the beginnings
of norm ids. Exit code 1 where the examples of a norm notice too few.
"""

import sys
from collections.abc import Sequence

from hegui.engine.quality.mutation import LEAST_A_NORM, LEAST_OVERALL, Score, mutation_scores
from hegui.rulesets import DEFAULT, find_ruleset

__all__ = ["main"]


def main(arguments: Sequence[str]) -> int:
    """Print the score of each norm with the changes that nothing noticed, then the total. Gives the exit code."""
    name, *select = arguments or [DEFAULT]
    scores: list[Score] = []
    for score in mutation_scores(find_ruleset(name), tuple(select)):
        scores.append(score)
        told = _percent(score.ratio) if score.total else "nothing to change"
        print(f"{score.norm:14} {score.killed:4} of {score.total:4}  {told}", flush=True)
        for survivor in score.survivors:
            print(f"    not noticed: {survivor}")
    if not scores:
        print(f"no norm of {name} has an id that begins so")
        return 2
    killed, total = sum(one.killed for one in scores), sum(one.total for one in scores)
    overall = killed / total if total else 1.0
    weak = [one.norm for one in scores if one.ratio < LEAST_A_NORM]
    print(f"{'total':14} {killed:4} of {total:4}  {_percent(overall)}")
    if weak:
        print(f"below {_percent(LEAST_A_NORM)}: {', '.join(weak)}")
    if overall < LEAST_OVERALL:
        print(f"below {_percent(LEAST_OVERALL)} overall")
    return 1 if weak or overall < LEAST_OVERALL else 0


def _percent(ratio: float) -> str:
    """A share, rounded down, so that what is short of a bound never looks as if it reached it."""
    return f"{int(ratio * 1000) / 10:.1f} %"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
