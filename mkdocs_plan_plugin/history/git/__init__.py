"""The Git repository, which is not trusted: its commands, its log, its blobs."""
