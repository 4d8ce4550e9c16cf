"""The command line's face: words, tables, progress, JSON and exit codes. Light to import, so that help is quick."""
