"""A portfolio: many companies judged by one ruleset, in batches of whole companies. Needs the extra `portfolio`.

What needs Polars is imported module by module, so that reading a summary or a question needs none.
"""
