"""Resumes and postings to text: any bytes in, a Document or a refusal in plain words out."""

from recruit.documents.process.sandbox import read, render_page
from recruit.documents.reader import Limits

__all__ = ["Limits", "read", "render_page"]
