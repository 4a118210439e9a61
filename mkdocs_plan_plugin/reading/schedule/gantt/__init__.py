"""Read the Mermaid gantt charts of a page, with the days that Mermaid draws."""

from mkdocs_plan_plugin.reading.schedule.gantt.chart import ReadChart, read_gantt
from mkdocs_plan_plugin.reading.schedule.gantt.source import find_charts

__all__ = ["ReadChart", "find_charts", "read_gantt"]
