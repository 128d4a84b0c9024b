"""What the commands print: lines for a terminal of 80 columns, and the JSON of the same."""
