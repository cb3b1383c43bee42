"""The claim page: a session as a web page."""
