"""What reads descriptions: one package for each format, and the notations that formats share."""
