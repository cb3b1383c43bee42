"""The HTTP API: routes, requests, responses, handlers."""
