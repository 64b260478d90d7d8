"""What makes the site of the documentation out of the repository as it lies. MkDocs calls it (mkdocs.yml).

A link in a page has to lead somewhere in the repository and on the site. So the site has the paths of the repository,
and what a page links to and is no page itself (an example, a clause file, a folder) becomes one.
"""

import posixpath
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Final

from markdown import Extension, Markdown
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

ROOT: Final = Path(__file__).resolve().parents[1]

_LINK: Final = re.compile(r"(?<=\]\()([^)\s#:]+)(?=[#)])")
_ROW: Final = re.compile(r"^\|.*$", re.MULTILINE)
_CODE: Final = re.compile(r"`[^`]+`")
_TITLE: Final = re.compile(r"^# (.+)$", re.MULTILINE)
_IMAGES: Final = (".png", ".svg")
_LANGUAGES: Final = {".py": "python", ".yaml": "yaml", ".yml": "yaml", ".json": "json", ".toml": "toml", ".sh": "bash"}


class _Nested(Extension):
    """Lists in lists are indented by two spaces, not by four."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - the name is Python-Markdown's
        """Called by Python-Markdown."""
        md.tab_length = 2
        md.build_parser()  # those who read blocks were told of four; later extensions add theirs to the new parser


def on_config(config: MkDocsConfig) -> None:
    """Put the pages of a folder where the navigation names the folder, and read lists as the repository's host does."""
    config.nav = _spread(config.nav)
    config.markdown_extensions.insert(0, _Nested())


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """The pages and pictures under their paths in the repository, and what they link to."""
    for file in [one for one in files if one.src_dir == config.docs_dir]:
        files.remove(file)
    pages = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
    for path in [*pages, *(ROOT / "docs" / "images").iterdir()]:
        files.append(File(_uri(path), str(ROOT), config.site_dir, config.use_directory_urls))
    for path in sorted(_shown(pages)):
        text = _folder(path) if path.is_dir() else _file(path)
        page = File.generated(config, _page_of(_uri(path)), content=text, inclusion=InclusionLevel.NOT_IN_NAV)
        if files.get_file_from_path(page.src_uri) is None:
            files.append(page)
    return files


def on_page_markdown(markdown: str, *, page: Page, **_: Any) -> str:
    """Lead a link to a file or a folder to the page that shows it, and read code in tables as the repository's host."""
    folder = posixpath.dirname(page.file.src_uri)

    def led(found: re.Match[str]) -> str:
        path = _target(folder, found[0])
        return found[0] if path is None else _page_of(found[0].rstrip("/"), path.is_dir())

    return _ROW.sub(lambda row: _CODE.sub(lambda code: code[0].replace("\\|", "|"), row[0]), _LINK.sub(led, markdown))


def on_post_page(output: str, *, page: Page, **_: Any) -> str:
    """Say which pages are Chinese: readers' fonts and voices go by it."""
    chinese = page.file.src_uri == "README.zh.md" or page.file.src_uri.startswith("docs/norms/zh/")
    return output.replace('<html lang="en"', '<html lang="zh-Hans"', 1) if chinese else output


def _spread(nav: Any) -> Any:
    if isinstance(nav, list):
        return [_spread(one) for one in nav]
    if isinstance(nav, dict):
        return {title: _spread(one) for title, one in nav.items()}
    if not nav.endswith("/"):
        return nav
    found = {_uri(path) for path in (ROOT / nav).glob("*.md")}
    return sorted(found, key=lambda uri: (not uri.endswith("/README.md"), uri))


def _shown(pages: Iterable[Path]) -> set[Path]:
    """What the pages link to and is no page, and what is in the folders among it."""
    linked = {path for page in pages for path in _targets(page)}
    inside = {path for one in linked if one.is_dir() for path in one.rglob("*") if "__pycache__" not in path.parts}
    return {path for path in linked | inside if path.suffix != ".md"}


def _targets(page: Path) -> Iterator[Path]:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        path = _target(posixpath.dirname(_uri(page)), link)
        if path is not None:
            yield path


def _target(folder: str, link: str) -> Path | None:
    """The file or folder of the repository that a link leads to, unless it is a page or a picture."""
    path = (ROOT / folder / link).resolve()
    if not path.is_relative_to(ROOT) or not path.exists() or path.suffix in (".md", *_IMAGES):
        return None
    return path


def _page_of(uri: str, is_folder: bool | None = None) -> str:
    folder = (ROOT / uri).is_dir() if is_folder is None else is_folder
    return f"{uri}/README.md" if folder else f"{uri}.md"


def _uri(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def _file(path: Path) -> str:
    text = path.read_text(encoding="utf-8")
    fence = "`" * max(3, *(len(run) + 1 for run in re.findall(r"`+", text)), 3)
    language = _LANGUAGES.get(path.suffix, "text")
    return f"{_HIDDEN}# {_uri(path)}\n\n{fence}{language}\n{text.rstrip()}\n{fence}\n"


def _folder(path: Path) -> str:
    lines = [f"- [{_name(one)}]({one.name})" for one in sorted(path.iterdir()) if one.name != "__pycache__"]
    return f"{_HIDDEN}# {_uri(path)}\n\n" + "\n".join(lines) + "\n"


_HIDDEN: Final = "---\nsearch: {exclude: true}\n---\n\n"
"""The head of a page that a search is not to find: what it shows is told in other pages."""


def _name(path: Path) -> str:
    title = _TITLE.search(path.read_text(encoding="utf-8")) if path.suffix == ".md" else None
    return title[1] if title else path.name
