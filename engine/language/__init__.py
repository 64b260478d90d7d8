"""The rule language: conditions as text, parsed with `ast` into a small typed tree; never run by Python.

`parse` turns text into trees, `tree` holds their nodes, `scope` what names stand for, `errors` what can be wrong.
Nothing is imported here, so that a program that only decides norms does not load the parser.
"""
