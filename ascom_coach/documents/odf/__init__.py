"""LibreOffice texts, workbooks and presentations. `odt_reader`, `ods_reader` and `odp_reader` are the doors."""
