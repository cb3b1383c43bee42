"""Files in and out: uploads, renders, downloads."""
