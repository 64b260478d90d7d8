"""Many companies at once, as columns. It needs Polars, which the extra `portfolio` installs."""

from .batch import Batch, OddDocument
from .read import batches

__all__ = ["Batch", "OddDocument", "batches"]
