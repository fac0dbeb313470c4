"""The build-time step: one client of a configuration in, its output folder up to date."""
