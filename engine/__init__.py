"""What a norm means and how it is decided."""
