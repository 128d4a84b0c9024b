"""Word, RTF and OpenDocument files."""
