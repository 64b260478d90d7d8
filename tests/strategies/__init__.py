"""Random companies and random small rulesets."""
