"""The NemoVideo API from the caller's side. The only place that imports httpx."""
