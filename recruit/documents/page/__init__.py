"""Words on a page to blocks in reading order: lines, columns, tables, headings."""
