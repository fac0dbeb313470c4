"""Writing: text in, files on disk, manifest and lock out. Knows nothing of what is in them."""
