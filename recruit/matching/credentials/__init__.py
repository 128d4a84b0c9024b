"""Certificates in their parts, each with the words it was read from."""

from recruit.matching.credentials.component import part_credentials

__all__ = ["part_credentials"]
