"""What a resume looks like, for whoever may read it."""
