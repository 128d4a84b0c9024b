"""Web pages, Markdown, JSON Resume, and the mails they come in."""
