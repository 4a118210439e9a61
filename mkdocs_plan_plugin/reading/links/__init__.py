"""What a page names and what it defines: ids, pages, placeholders."""
