"""The commands: `main.py` dispatches, one file a command, all French words in front, no rule of their own."""
