"""The wording of Chinese messages."""
