"""How findings are told: one module a format. A report goes in, text comes out; nothing is decided here."""
