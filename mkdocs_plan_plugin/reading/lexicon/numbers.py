"""The words for small numbers before units of time: `two weeks`, `half a day`, `半天`."""

from __future__ import annotations

_COUNTED = (
    "one two three four five six seven eight nine ten eleven twelve",
    "una dos tres cuatro cinco seis siete ocho nueve diez once doce",
    "uma duas três quatro cinco seis sete oito nove dez onze doze",
    "une deux trois quatre cinq six sept huit neuf dix onze douze",
    "eine zwei drei vier fünf sechs sieben acht neun zehn elf zwölf",
    "один два три четыре пять шесть семь восемь девять десять одиннадцать двенадцать",
)
_MORE = {
    "a": 1, "an": 1, "un": 1, "um": 1, "ein": 1, "einen": 1, "einem": 1, "uno": 1, "dois": 2,
    "одна": 1, "одну": 1, "две": 2,
    "half a": 0.5, "half an": 0.5, "a half": 0.5, "half": 0.5, "one and a half": 1.5,
    "medio": 0.5, "media": 0.5, "meio": 0.5, "meia": 0.5, "demi": 0.5, "une demi": 0.5,
    "halber": 0.5, "halbe": 0.5, "halben": 0.5, "ein halber": 0.5, "eine halbe": 0.5,
    "einen halben": 0.5, "anderthalb": 1.5, "eineinhalb": 1.5, "полтора": 1.5, "полторы": 1.5,
}  # fmt: skip
_UNSPACED = {
    "半": 0.5, "一": 1, "二": 2, "两": 2, "兩": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7,
    "八": 8, "九": 9, "十": 10, "반": 0.5, "한": 1, "두": 2, "세": 3, "네": 4, "пол": 0.5,
}  # fmt: skip
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}

NUMBER_WORDS = (
    {word: number for words in _COUNTED for number, word in enumerate(words.split(), 1)}
    | _MORE
    | _UNSPACED
)


def _longest_first(words: dict[str, float]) -> str:
    return "|".join(sorted(words, key=lambda word: (-len(word), word)))


NUMBER_WORD = (
    rf"(?:\b(?:{_longest_first({k: v for k, v in NUMBER_WORDS.items() if k not in _UNSPACED})})\b"
    rf"|(?<![^\W_])(?:{_longest_first(_UNSPACED)}))"
)
"""A pattern for the word for a number."""
