"""Logging in and out, and registering."""
