"""HTTP in, HTML out: routes call services and templates print what those return."""
