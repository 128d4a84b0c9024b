"""Resumes and postings to text: any bytes in, a Document or a refusal in plain words out."""

from recruit.documents.reader import Limits
from recruit.documents.sandbox import read, render_page

__all__ = ["Limits", "read", "render_page"]
