"""What can be done about violations, told: as text, and as JSON."""
