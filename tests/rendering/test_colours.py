"""Colours can be read and told from each other on the backgrounds of the themes (WCAG AA)."""

from __future__ import annotations

import re
from itertools import product

import pytest

from mkdocs_plan_plugin.rendering.stylesheet import STYLES

Color = tuple[float, float, float]

_LIGHT, _DARK = re.split("@media screen", (STYLES / "base/colours.css").read_text("utf-8"))
BACKGROUNDS = {"light": ["#ffffff", "#f6f7f9"], "dark": ["#1e2129", "#212529", "#272a32"]}
"""White and our shade; the dark backgrounds of Material and of Bootstrap, and our shade on one."""
TEXTS = ["ok", "run", "warn", "bad", "mute"]


def tokens(scheme: str) -> dict[str, Color]:
    """The colours of a scheme that are set as they are, by name."""
    found = re.findall(r"--plan-(\w+): (#[0-9a-f]{3,6});", _LIGHT if scheme == "light" else _DARK)
    return {name: rgb(value) for name, value in found}


def rgb(value: str) -> Color:
    digits = value[1:] if len(value) == 7 else "".join(2 * digit for digit in value[1:])
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue


def mixed(color: Color, share: float, ground: Color) -> Color:
    """A colour laid thinly over a background."""
    red, green, blue = (
        share * own + (1 - share) * below for own, below in zip(color, ground, strict=True)
    )
    return red, green, blue


def luminance(color: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in color
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    """The ratio of WCAG, from 1 to 21."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


GROUNDS = [(scheme, ground) for scheme, grounds in BACKGROUNDS.items() for ground in grounds]


def test_contrast_of_known_colours() -> None:
    assert contrast(rgb("#000"), rgb("#ffffff")) == pytest.approx(21)
    assert contrast(rgb("#777777"), rgb("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize(("place", "name"), list(product(GROUNDS, TEXTS)))
def test_texts_can_be_read(place: tuple[str, str], name: str) -> None:
    scheme, ground = place
    color, behind = tokens(scheme)[name], rgb(ground)
    assert contrast(color, behind) >= 4.5
    assert contrast(color, mixed(color, 0.12, behind)) >= 4.5, "in a pill"


@pytest.mark.parametrize(("scheme", "ground"), GROUNDS)
def test_graphics_can_be_seen(scheme: str, ground: str) -> None:
    found = tokens(scheme)
    assert contrast(found["edge"], rgb(ground)) >= 3, "the outline of bars and boxes"
    for name in ("ok", "run", "bad"):
        assert contrast(found[name], rgb(ground)) >= 3
    assert contrast(found["ok"], found["track"]) >= 3, "what is done, and what is not"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_neighbours_in_a_bar_differ_for_those_who_see_no_hues(scheme: str) -> None:
    found = tokens(scheme)
    running = mixed(found["run"], 0.55, found["track"])
    assert contrast(found["ok"], running) >= 1.5
    assert contrast(running, found["track"]) >= 1.5
