"""The only place that knows what files look like."""
