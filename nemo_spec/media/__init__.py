"""What a file on disk is: its streams, its silences, its captions."""
