"""The roster as an Excel workbook: written for people, changed by them, read back without guessing."""
