"""Text that gives orders to whoever corrects. `address` is the door; the others are its kinds of evidence."""
