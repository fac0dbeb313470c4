"""Target languages: each lowers Model and Surface to views; only here is there language."""
