"""Remarks written beside their place in a copy of a file. `annotations` is the door, then one file a format.

`package_edit` changes a few parts of a package and leaves every other one byte for byte.
"""
