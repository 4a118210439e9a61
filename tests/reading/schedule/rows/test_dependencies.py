"""What starts after what, and what runs alongside what, in words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mkdocs_plan_plugin.reading.lexicon.times import (
    AFTER,
    BEHIND_AFTER,
    BESIDE,
    Column,
    fragments,
    words_for,
)
from mkdocs_plan_plugin.reading.schedule.rows.dependencies import (
    NO_DEPENDENCIES,
    Dependencies,
    read_dependencies,
    read_names,
    read_sentence,
)


def plain(patterns: list[str]) -> list[str]:
    """Those that are words as they stand."""
    return [each for each in patterns if not set(each) & set("()[]?|")]


@pytest.mark.parametrize("label", words_for(Column.AFTER))
def test_every_label_of_dependencies_is_read_in_brackets(label: str) -> None:
    text = f"2 weeks ({label.replace(chr(92), '')}: Phase 1)"
    assert read_dependencies(text).after == ("Phase 1",)


@pytest.mark.parametrize("words", plain(AFTER))
def test_every_word_for_what_comes_before(words: str) -> None:
    assert read_dependencies(f"2 days, {words.upper()} Phase 1").after == ("Phase 1",)


@pytest.mark.parametrize("words", plain(BEHIND_AFTER))
def test_every_word_behind_what_comes_before(words: str) -> None:
    assert read_dependencies(f"Phase 1{words}").after == ("Phase 1",)


@pytest.mark.parametrize("words", plain(BESIDE))
def test_every_word_for_what_runs_alongside(words: str) -> None:
    assert read_dependencies(f"2 days {words} Phase 1").alongside == ("Phase 1",)


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        ("requires?", "require"),
        ("depend(?:s|ent)? (?:up)?on", "depend"),
        ("paral[eo]lo (?:con|com)", "paral"),
        ("at the same time as", "same"),
        ("(?:完成)?(?:之|以)?后", "后"),
    ],
)
def test_fragments(pattern: str, expected: str) -> None:
    assert fragments([pattern]) == (expected,)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Phase 1", ("Phase 1",)),
        ("Phase 1 complete", ("Phase 1",)),
        ("the completion of Phase 1", ("Phase 1",)),
        ("Phase 1: Setup", ("Phase 1",)),
        ("Phases 1 and 2", ("Phase 1", "Phase 2")),
        ("Phases 1, 2, and 4", ("Phase 1", "Phase 2", "Phase 4")),
        ("Phases 1-3", ("Phase 1", "Phase 2", "Phase 3")),
        ("Phases 1 to 3", ("Phase 1", "Phase 2", "Phase 3")),
        ("Phase 2+3", ("Phase 2", "Phase 3")),
        ("Phase 1, Task 2", ("Phase 1", "Task 2")),
        ("**Phase 1** & `Phase 2a`", ("Phase 1", "Phase 2a")),
        ("Task 1.1", ("Task 1.1",)),
        ("WP01, WP02", ("WP01", "WP02")),
        ("WP08..WP11", ("WP08", "WP09", "WP10", "WP11")),
        ("Fases 1 y 2", ("Fase 1", "Fase 2")),
        ("Phasen 1 und 2", ("Phase 1", "Phase 2")),
        ("этапов 1 и 2", ("этап 1", "этап 2")),
        ("第一阶段", ("第一阶段",)),
        ("フェーズ1", ("フェーズ1",)),
        ("Phases 1 to 9999", ("Phase 1", "Phase 9999")),
        ("None", ()),
        ("API access for Phase 1", ()),
        ("Phases", ()),
        ("Phase one", ()),
        ("Phase " + "9" * 5000, ()),
        ("", ()),
    ],
)
def test_names(text: str, names: tuple[str, ...]) -> None:
    assert read_names(text) == names


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("2 weeks (after Phase 1)", ("Phase 1",)),
        ("depends on Phases 1 and 2", ("Phase 1", "Phase 2")),
        ("Dependencies: Phase 1", ("Phase 1",)),
        ("blocked by WP01", ("WP01",)),
        ("requires the completion of Phase 2", ("Phase 2",)),
        ("después de la Fase 1", ("Fase 1",)),
        ("depende de las Fases 1 y 2", ("Fase 1", "Fase 2")),
        ("após a Fase 1", ("Fase 1",)),
        ("après la phase 1", ("phase 1",)),
        ("dépend de la Phase 2", ("Phase 2",)),
        ("nach Phase 1", ("Phase 1",)),
        ("abhängig von Phase 1", ("Phase 1",)),
        ("после этапа 1", ("этап 1",)),
        ("зависит от фазы 2", ("фаза 2",)),
        ("依赖阶段 1", ("阶段 1",)),
        ("第一阶段完成之后", ("第一阶段",)),
        ("フェーズ1の後", ("フェーズ1",)),
        ("1단계 이후", ("1단계",)),
    ],
)
def test_after(text: str, after: tuple[str, ...]) -> None:
    assert read_dependencies(text) == Dependencies(after=after)


@pytest.mark.parametrize(
    ("text", "alongside"),
    [
        ("parallel with Phase 2", ("Phase 2",)),
        ("in parallel with Phases 2 and 3", ("Phase 2", "Phase 3")),
        ("concurrent with Phase 2", ("Phase 2",)),
        ("alongside Phase 2", ("Phase 2",)),
        ("en paralelo con la Fase 2", ("Fase 2",)),
        ("em paralelo com a Fase 2", ("Fase 2",)),
        ("3 semaines (en parallèle de Phase 3)", ("Phase 3",)),
        ("parallel zu Phase 2", ("Phase 2",)),
        ("параллельно с этапом 2", ("этап 2",)),
        ("与阶段 2并行", ("阶段 2",)),
    ],
)
def test_alongside(text: str, alongside: tuple[str, ...]) -> None:
    assert read_dependencies(text) == Dependencies(alongside=alongside)


@pytest.mark.parametrize(
    "text",
    [
        "in parallel",
        "can run in parallel",
        "after the review",
        "after launch",
        "does not depend on Phase 1",
        "no dependency on Phase 2",
        "independent of Phase 1",
        "Dependencies: None",
        "Phase 1",
        "hereafter Phase 1",
        "",
    ],
)
def test_what_names_nothing(text: str) -> None:
    assert read_dependencies(text) == NO_DEPENDENCIES


@pytest.mark.parametrize(
    ("text", "who", "links"),
    [
        ("Phase 4 depends on Phase 2", ("Phase 4",), Dependencies(("Phase 2",))),
        ("**Phase 4** can start after **Phase 2**", ("Phase 4",), Dependencies(("Phase 2",))),
        ("Phase 4 (Polish): depends on Phase 2", ("Phase 4",), Dependencies(("Phase 2",))),
        ("Phase 5 requires Phase 4 complete", ("Phase 5",), Dependencies(("Phase 4",))),
        (
            "Phase 4 can run in parallel with Phase 3",
            ("Phase 4",),
            Dependencies(alongside=("Phase 3",)),
        ),
        ("Phases 2 and 3 can run in parallel after Phase 1", ("Phase 2", "Phase 3"),
         Dependencies(("Phase 1",))),
        ("Phase 5 can begin after Phase 2 and run in parallel with Phase 3", ("Phase 5",),
         Dependencies(("Phase 2",), ("Phase 3",))),
        ("Phase 3 after Phase 2; Phase 4 after Phase 3", ("Phase 3",), Dependencies(("Phase 2",))),
        ("Phase 1 must complete before Phases 2 and 3", ("Phase 2", "Phase 3"),
         Dependencies(("Phase 1",))),
        ("Phase 1 blocks Phase 2", ("Phase 2",), Dependencies(("Phase 1",))),
    ],
)  # fmt: skip
def test_sentences(text: str, who: tuple[str, ...], links: Dependencies) -> None:
    assert read_sentence(text) == (who, links)


@pytest.mark.parametrize(
    "text",
    [
        "Phase 2 does not depend on Phase 1",
        "Phases 2, 3 and 4 can run in parallel",
        "Phase 1 ends before lunch",
        "The review comes after Phase 2",
        "Phase 2: code that depends on Phase 1",
        "Phase 2",
    ],
)
def test_what_says_nothing_of_a_phase(text: str) -> None:
    assert read_sentence(text) is None


_WORDS = st.sampled_from(
    ["Phase", "phases", "1", "2", "-", "and", ",", "after", "depends on", "not", "parallel with",
     "第", "一", "阶段", "后", "the", "(", ")", "**", "9999", "to", "before", "blocks"]
)  # fmt: skip


@given(st.text() | st.lists(_WORDS).map(" ".join) | st.lists(_WORDS).map("".join))
def test_never_raises_and_names_each_once(text: str) -> None:
    links = read_dependencies(text)
    said = read_sentence(text)
    for names in (read_names(text), links.after, links.alongside, said[0] if said else ()):
        assert len(set(names)) == len(names)
