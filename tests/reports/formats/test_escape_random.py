"""Any text at all: in Markdown it renders to the letter, a workflow's command gives it back, a message has no link."""

from hypothesis import given
from hypothesis import strategies as st

from hegui.reports.escape import markdown_text
from hegui.reports.github import command
from hegui.reports.sarif import plain_message
from hegui.reports.text.shown import shown
from tests.reports.formats.test_github import read
from tests.reports.formats.test_markdown import Page
from tests.reports.formats.test_sarif import links_of

# Marks more often than chance would have them.
TEXTS = st.text(
    st.one_of(st.sampled_from("\\`*_{}[]()<>#+-.!|~&:;/=@%,$^\"' \n\r\tawx1"), st.characters()), max_size=30
)


@given(TEXTS)
def test_markdown_renders_to_the_letter(text: str) -> None:
    page = Page(f"| a |\n| --- |\n| b{markdown_text(text)}b |")
    assert page.tags == {"table", "thead", "tbody", "tr", "th", "td"}
    assert page.rows[1:] == [[f"b{shown(text)}b"]]


@given(TEXTS, TEXTS)
def test_a_command_gives_back_what_it_was_given(message: str, title: str) -> None:
    line = command("error", message, title=title)
    assert not set("\r\n") & set(line)
    found = read(line)
    assert found is not None
    assert (found.name, found.properties, found.message) == ("error", {"title": title}, message)


@given(TEXTS)
def test_a_message_has_no_link(text: str) -> None:
    assert links_of(plain_message(text)) == []
