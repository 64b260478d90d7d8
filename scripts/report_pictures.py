"""Writes the pictures of the HTML report that the READMEs show. Run: python -m scripts.report_pictures"""

import tempfile
from pathlib import Path

from hegui.cli.audit import audited
from hegui.reports.html import to_html
from hegui.reports.language import Language
from hegui.reports.text import Telling
from tests.reports.html.browser import launched

ROOT = Path(__file__).resolve().parents[1]
EXAMPLE = ROOT / "examples" / "main"
PICTURES = {Language.EN: "report.png", Language.ZH: "report.zh.png"}


def main() -> None:
    """Audit the main example and photograph the head of its page in both languages."""
    day = (EXAMPLE / "as_of.txt").read_text(encoding="utf-8").strip()
    report, background = audited("examples/main/facts.yaml", day, "miit-b25")
    with tempfile.TemporaryDirectory() as folder, launched() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 1300}, device_scale_factor=0.8)
        for language, name in PICTURES.items():
            file = Path(folder) / "report.html"
            file.write_text(to_html(report, background, Telling(language)), encoding="utf-8")
            page.goto(file.as_uri())
            page.screenshot(path=ROOT / "docs" / "images" / name)


if __name__ == "__main__":
    main()
