"""The intermediate model: Documents in, a resolved Model out. Knows nothing of languages and URLs."""
