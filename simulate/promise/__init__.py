"""A plan is played on many days to see which parts of a promise it keeps."""
