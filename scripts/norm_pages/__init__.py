"""The catalogue of a ruleset as documentation: a page a clause, in Chinese and in English."""
