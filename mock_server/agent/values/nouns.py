"""What a turn of phrase may be about, as parts of regular expressions."""

LAYER = (
    r"(?:background )?(?:music|song|title|caption|subtitle|logo|watermark|voice-?over|narration|text"
    r"|lower[- ]third|ding|whoosh|bell|applause)"
)
THE = rf"(?:the|my|our) {LAYER}"
ORDINAL = r"(?:first|second|third|fourth|last|final)"
