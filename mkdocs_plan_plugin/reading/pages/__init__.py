"""What a page is by its name and front matter: its role, its owners."""
