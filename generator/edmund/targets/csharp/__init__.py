"""The C# target: see `target.py`."""
