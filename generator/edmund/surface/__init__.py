"""What can be addressed and called: a Model in, a Surface out. Knows nothing of languages."""
