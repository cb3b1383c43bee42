"""Why a video is not as predicted: which instruction was left out, repeated or done differently."""
