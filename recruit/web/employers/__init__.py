"""Pages of an employer: roles posted, corrected, published and closed."""
