"""PDF files: letters with their places, drawings, pages that are scans."""
