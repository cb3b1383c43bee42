"""Which segment of one timeline is which of another."""
