"""From schemas to types: what a schema means is found first, then what it is called, then what type it is."""
