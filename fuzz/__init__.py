"""Build sites from random pages and check what readers would see.

    python -m fuzz --pages 20000 --seed 7

A page comes from a grammar of Markdown, or is a page of the sample site with random changes. Checked
are: no build fails, `mkdocs-plan verify` finds nothing, lists and check boxes are those that GitHub
shows, and a second build makes the same bytes. What is found is reduced to a few lines.
"""
