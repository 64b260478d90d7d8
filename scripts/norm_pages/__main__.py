"""`python -m scripts.norm_pages`: write docs/norms/ anew from the clause files."""

from pathlib import Path

from hegui.rulesets import find_ruleset
from scripts.norm_pages.build import norm_pages

_DOCS = Path(__file__).resolve().parents[2] / "docs" / "norms"


def main() -> None:
    """Write every page, and remove those that are no longer made."""
    pages = norm_pages(find_ruleset())
    for path, text in pages.items():
        (_DOCS / path).parent.mkdir(parents=True, exist_ok=True)
        (_DOCS / path).write_text(text, encoding="utf-8")
    for stale in _DOCS.rglob("*.md"):
        if stale.relative_to(_DOCS).as_posix() not in pages:
            stale.unlink()
    print(f"{len(pages)} pages in docs/norms/")


if __name__ == "__main__":
    main()
