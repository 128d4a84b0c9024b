"""Pages of a recruiter: jobs, and for each the ranked people with the reasons."""
