"""Names: what the plan decides, spelled by a language's functions of text."""
