"""Reading and writing CSDL, XML and JSON: bytes in, Documents with spans out. Knows nothing of meaning.

`reader.parse_document` is the way in; the codes of its findings (EDM1xx) are listed in `findings`.
"""
