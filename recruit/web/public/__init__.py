"""Pages that need no account: the first page, the job board, one job."""
