"""Reading CSDL XML: bytes in, Documents with spans out. Knows nothing of meaning."""
