"""Office files are zip archives that remember when they were packed; these forget it, so bytes are repeatable."""

import zipfile
from io import BytesIO

EPOCH = (1980, 1, 1, 0, 0, 0)


def settled(archive: bytes) -> bytes:
    """Return the same archive with every entry dated 1 January 1980."""
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(archive)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            fresh = zipfile.ZipInfo(entry.filename, EPOCH)
            fresh.compress_type = zipfile.ZIP_DEFLATED
            fresh.external_attr = 0o600 << 16
            new.writestr(fresh, old.read(entry.filename))
    return buffer.getvalue()
