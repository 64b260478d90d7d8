"""What `make mutate` needs: mutants of engine/, made by mutmut, and the tests that should notice them."""
