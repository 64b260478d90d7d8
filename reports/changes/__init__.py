"""What changed in a ruleset, told for people and for programs."""
