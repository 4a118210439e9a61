"""Samples in samples stay whole on pages that belong to no plan."""

from __future__ import annotations

from tests.conftest import BuildSite

TEXT = """# Recipe pages

```markdown
1. **Mix**
   ```bash
   mix flour
   ```

## Related
```

The end.
"""
EXTENSIONS = {"markdown_extensions": ["pymdownx.superfences"], "plugins": ["plan"]}


def test_a_page_without_a_plan_is_shown_as_mkdocs_does(make_site: BuildSite) -> None:
    built = make_site({"specs/recipe-spec.md": TEXT}, EXTENSIONS)
    page = built.page("specs/recipe-spec/index.html")
    (code,) = page.select("pre")
    assert "## Related" in code.get_text()


def test_a_page_of_a_plan_is_shown_as_on_github(make_site: BuildSite) -> None:
    pages = {"a/spec.md": TEXT, "a/plan.md": "# Implementation Plan: Mix\n\n- [ ] Mix\n"}
    page = make_site(pages, EXTENSIONS).page("a/spec/index.html")
    assert page.select_one("h2") is not None
