"""What a checkout, a wheel and an sdist hold."""
