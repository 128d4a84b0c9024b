"""Pages of a person who looks for work: their resume, the jobs that fit, their applications."""
