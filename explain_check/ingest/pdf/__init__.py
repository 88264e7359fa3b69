"""What a page of a PDF shows becomes lines, tables and paragraphs."""
