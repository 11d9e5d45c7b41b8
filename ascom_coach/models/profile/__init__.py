"""Which model, where, with which key and whose agreement; nothing here speaks to one."""
