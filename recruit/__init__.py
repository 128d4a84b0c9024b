"""Match people to precision-production jobs and show the words behind every score."""

__version__ = "0.1.0"
