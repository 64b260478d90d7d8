"""What an HTML parser finds in a page."""

from html.parser import HTMLParser

Attributes = dict[str, str | None]


class Parsed(HTMLParser):
    """Elements with their attributes in order, and the text of those that hold scripts, styles and the title."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes]] = []
        self.texts: list[tuple[str, Attributes, str]] = []
        self._within: tuple[str, Attributes] | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len({name for name, _ in attrs}) == len(attrs), (tag, attrs)
        self.elements.append((tag, dict(attrs)))
        self._within = (tag, dict(attrs)) if tag in ("script", "style", "title") else None

    def handle_data(self, data: str) -> None:
        if self._within is not None:
            self.texts.append((*self._within, data))
            self._within = None

    def named(self, tag: str) -> list[Attributes]:
        """The attributes of all elements of a name."""
        return [attributes for name, attributes in self.elements if name == tag]

    def values(self, attribute: str) -> list[str]:
        """All values of an attribute."""
        return [value for _, one in self.elements if (value := one.get(attribute)) is not None]
