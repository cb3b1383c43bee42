"""What an uploaded file is."""
