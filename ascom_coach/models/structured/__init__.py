"""Structured answers from any model: `ladder` asks, `forms` are its rungs, `memory` keeps the rung of each model."""
