"""Facts about the service, and how the mock follows them."""
