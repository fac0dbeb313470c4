"""Reports: the same findings for people, pull requests, build logs and programs."""
