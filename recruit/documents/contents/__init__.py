"""What the text of a resume is made of, without knowing a trade: contact, sections, jobs, dates, language."""
