"""The tests; their folders mirror the parts."""
