"""From steps to events: everything that waits, polls, retries, and never sends twice."""
