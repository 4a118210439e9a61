"""What the tests ask of an open page; sizes are in pixels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Locator, Page

BARS = """() => [...document.querySelectorAll('[role=progressbar]')].map(bar => {
  const total = kind => [...bar.querySelectorAll('.plan-bar-' + kind)]
    .reduce((sum, part) => sum + part.getBoundingClientRect().width, 0)
  const widget = bar.closest('[data-plan-widget]')
  const heading = bar.closest('h1, h2, h3, h4, h5, h6')
  const link = bar.closest('li, tr')?.querySelector('a')
  const ring = bar.querySelector('.plan-ring-done')?.getAttribute('stroke-dasharray')
  return {
    kind: widget.dataset.planWidget,
    label: bar.getAttribute('aria-label'),
    least: bar.getAttribute('aria-valuemin'),
    done: Number(bar.getAttribute('aria-valuenow')),
    total: Number(bar.getAttribute('aria-valuemax')),
    text: bar.getAttribute('aria-valuetext'),
    drawn: ring ? parseFloat(ring) / 100 : total('done') / total('todo'),
    heading: heading?.id,
    plan: link ? new URL(link.href).pathname.slice(1) : location.pathname.slice(1),
  }
})"""

# Tasks' boxes as a reader finds them: where each is, whether it is done, and the headings that it
# stands under. Those of Material's class md-toggle are no boxes to see but hold open what is open
# of its navigation.
BOXES = """() => {
  const found = []
  let open = []
  const headings = 'h1, h2, h3, h4, h5, h6'
  const boxes = 'li input[type=checkbox]:not(.md-toggle), [data-plan-extra]'
  for (const element of document.querySelectorAll(`${headings}, ${boxes}`)) {
    if (element.matches(boxes)) {
      const task = element.closest(`li, tr, ${headings}`)
      found.push({
        url: new URL('#' + task.id, location).href,
        done: element.checked || element.dataset.state == 'done',
        headings: open.map(heading => heading.id),
      })
    } else if (element.id) {
      open = open.filter(heading => heading.tagName < element.tagName).concat(element)
    }
  }
  return found
}"""

EXCLUDED = """() => [...document.querySelectorAll(
  '.plan-breakdown [data-excluded] + dd li > a:first-child')].map(link => link.href)"""

LINKS = """() => [...document.querySelectorAll('[data-plan-widget] a, a[data-plan-link]')]
  .map(link => link.href)"""

# Fonts of a theme may come after the page, so their use is brought about and waited for.
LAYOUT = """async () => {
  document.body.getBoundingClientRect()
  await document.fonts.ready
  return [...document.querySelectorAll('[data-plan-widget], '
    + '[data-plan-widget] :is(a, td, th, li, dt, rect, text, .plan-bar, .plan-name)'
  )].map(element => {
    const box = element.getBoundingClientRect(), style = getComputedStyle(element)
    return [
      element.tagName, box.width && box.x, box.width, box.height,
      style.color, style.fill, style.fontSize, style.fontWeight,
      element.matches('[data-plan-widget]') ? element.textContent : '',
    ]
  })
}"""

PLACES = """elements => elements.map(element => element.getBoundingClientRect())
  .filter(box => box.width && box.height).map(box => [box.x, box.y, box.width, box.height])"""

OPEN_DETAILS = """() => document.querySelectorAll('[data-plan-widget] details')
  .forEach(details => { details.open = true })"""


@dataclass(frozen=True)
class Bar:
    """A progress bar: what it says, what is drawn, where it stands and which plan it is of."""

    kind: str
    label: str
    least: str
    done: int
    total: int
    text: str
    drawn: float
    heading: str | None
    plan: str


@dataclass(frozen=True)
class TaskBox:
    """A task's box: its address, whether it is done, and the ids of the headings above it."""

    url: str
    done: bool
    headings: list[str]


@dataclass(frozen=True)
class Box:
    """Where something is on the page."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.x + self.width

    @property
    def bottom(self) -> float:
        return self.y + self.height

    def overlaps(self, other: Box) -> bool:
        """Whether both have space in common, more than a rounded pixel."""
        return (
            min(self.right, other.right) - max(self.x, other.x) > 1
            and min(self.bottom, other.bottom) - max(self.y, other.y) > 1
        )

    def is_inside(self, other: Box) -> bool:
        """Whether it reaches over the other's edge by no more than rounded pixels."""
        return (
            min(self.x - other.x, other.right - self.right) >= -1
            and min(self.y - other.y, other.bottom - self.bottom) >= -2
        )


def bars(page: Page) -> list[Bar]:
    return [Bar(**bar) for bar in page.evaluate(BARS)]


def tasks(page: Page) -> list[TaskBox]:
    return [TaskBox(**found) for found in page.evaluate(BOXES)]


def layout(page: Page) -> list[Any]:
    """Where everything in our widgets stands in its row, how large, and in which colours."""
    found: list[Any] = page.evaluate(LAYOUT)
    return found


def open_details(page: Page) -> None:
    page.evaluate(OPEN_DETAILS)


def box(found: Locator) -> Box:
    place = found.bounding_box()
    assert place
    return Box(**place)


def boxes(found: Locator) -> list[Box]:
    """The places of all that are shown."""
    return [Box(*place) for place in found.evaluate_all(PLACES)]
