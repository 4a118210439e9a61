"""The names of weekdays, which may stand beside a date."""

from __future__ import annotations

_NAMES = (
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri"
    " sat sun",
    "lunes martes miércoles jueves viernes sábado domingo lun mar mié jue vie sáb dom",
    "segunda-feira terça-feira quarta-feira quinta-feira sexta-feira segunda terça quarta quinta"
    " sexta seg ter qua qui sex sab",
    "lundi mardi mercredi jeudi vendredi samedi dimanche mer jeu ven sam dim",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag mo di mi do fr sa so",
    "понедельник вторник среда среду четверг пятница пятницу суббота субботу воскресенье"
    " пн вт ср чт пт сб вс",
)
_CHINESE = "(?:星期|礼拜|禮拜|周|週)[一二三四五六日天]"
_JAPANESE = "[月火水木金土日]曜日?"
_KOREAN = "[월화수목금토일]요일"

WEEKDAY_NAMES = "|".join(
    sorted(
        {name for names in _NAMES for name in names.split()}, key=lambda name: (-len(name), name)
    )
)
WEEKDAY = rf"(?:(?:{WEEKDAY_NAMES})(?![^\W_])\.?|{_CHINESE}|{_JAPANESE}|{_KOREAN})"
"""A pattern for a weekday."""
BRACKETED_WEEKDAY = rf"[(（\[]\s*(?:{WEEKDAY}|[月火水木金土日월화수목금토일])\s*[)）\]]"
"""A pattern for a weekday in brackets, of which a single letter is enough."""
