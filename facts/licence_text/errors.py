"""What is wrong with a text that was to be read as a licence."""


class LicenceTextError(ValueError):
    """The text cannot be read as a licence: `what` is wrong, in which `line` (1 is the first; None: the whole), and a
    `hint` at what to do next. str() gives all of them, after the name of the source."""

    def __init__(self, source: str, what: str, hint: str, line: int | None = None) -> None:
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {what}; {hint}")
        self.source = source
        self.what = what
        self.hint = hint
        self.line = line
