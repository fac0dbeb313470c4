"""Samples in TypeScript."""
