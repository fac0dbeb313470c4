"""What generated clients stand on; the same whatever the schema."""
