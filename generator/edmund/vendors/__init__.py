"""What is known of single vendors and said nowhere in their descriptions: a module each."""
