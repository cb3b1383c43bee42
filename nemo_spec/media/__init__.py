"""What a file on disk is: its tracks, its pauses, its captions."""
