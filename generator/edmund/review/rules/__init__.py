"""Rule specifications, one file per family. What a rule looks for is in `edmund.review.handlers`."""
