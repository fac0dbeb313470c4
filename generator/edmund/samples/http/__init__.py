"""Samples of calls that follow no protocol above HTTP: their form of no language is made of the plan of the calls."""
