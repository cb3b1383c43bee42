"""The same examples in every run: what the default suite finds, it finds every time."""

from hypothesis import settings

settings.register_profile("same", deadline=None, derandomize=True)
settings.load_profile("same")
