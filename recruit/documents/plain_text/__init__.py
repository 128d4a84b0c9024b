"""Text files: their encodings, and what wrong ones left behind."""
