"""The pages of a build: read, prepared, linked, finished."""
