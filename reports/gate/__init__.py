"""What the gate says of a launch: as text in ten lines, as JSON, and for GitHub."""
