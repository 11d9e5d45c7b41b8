"""A coach for people who prepare the French title ASCOM."""

__version__ = "0.1.0"
