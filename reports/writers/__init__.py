"""One file a document kind: Word, Excel, HTML page, CSV and parquet."""
