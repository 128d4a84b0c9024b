"""Letters in pictures: photos and scans laid flat and read."""
