"""What references and ids lead to, and which tasks cover a requirement."""
