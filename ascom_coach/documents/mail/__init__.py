"""Messages. `eml_reader` and `msg_reader` are the doors; `body` is what both do once the container is open."""
