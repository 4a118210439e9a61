"""Build sites from random pages and check what readers would see.

    python -m fuzz --pages 20000 --seed 7

A page comes from a grammar of Markdown, or is a page of the sample site with random changes. The
fuzzer checks that no build fails, that `mkdocs-plan verify` finds nothing, that lists, check boxes,
rows of tables, code, quotes and headings are those that GitHub shows, and that a second build makes
the same bytes. It reduces what it
finds to a few lines.
"""
