"""What is known of the service, and how much of it the mock does."""
