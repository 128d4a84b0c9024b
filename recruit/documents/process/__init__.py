"""The processes that documents are read in, and what passes between them and the one that asks."""
