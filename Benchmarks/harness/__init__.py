"""Runs the scenarios of the benchmark and tells what came out."""
