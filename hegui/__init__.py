"""hegui (合规): which provisions of a Chinese value-added telecom licence a company breaks, and what falls due."""

from pathlib import Path
from typing import TYPE_CHECKING

_PARTS = ("cli", "engine", "facts", "reports", "rulesets")

# In a checkout the parts lie beside this folder, and a link here leads to each. Where links do not survive the checkout
# (they become small text files there) the parts are looked for where they lie. docs/adr/0003 tells the whole story.
_here = Path(__file__).parent
if not all((_here / part).is_dir() for part in _PARTS):
    __path__.append(str(_here.parent))

if TYPE_CHECKING:
    __version__: str
else:

    def __getattr__(name):
        # Reading the metadata of installed packages takes 20 ms, which a start without --version need not pay.
        if name != "__version__":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib.metadata import version

        return version("hegui")
