"""The names of months, independent of the locale, unlike those of the module `calendar`."""

from __future__ import annotations

_LANGUAGES = (
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr maio jun jul ago set out nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mär apr mai jun jul aug sep okt nov dez",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "янв фев мар апр май июн июл авг сен окт ноя дек",
)
# Abbreviations that are other words in English.
_WORDS = ("set", "out")
MONTHS = {
    name: number
    for names in _LANGUAGES
    for number, name in enumerate(names.split(), 1)
    if name not in _WORDS
}
MONTHS |= {"setiembre": 9, "jänner": 1, "fevr": 2, "aout": 8}
MONTH_NAMES = "|".join(sorted(MONTHS, key=len, reverse=True))
