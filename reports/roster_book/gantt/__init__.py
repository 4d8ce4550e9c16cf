"""The roster's days as one HTML page: people by quarter hours, counters, breaks, and the cover by skill."""
