"""Many companies at once, as columns. It needs Polars, which the extra `portfolio` installs."""
