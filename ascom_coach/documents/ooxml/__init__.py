"""Word, Excel and PowerPoint files. `docx_reader`, `xlsx_reader` and `pptx_reader` are the doors."""
