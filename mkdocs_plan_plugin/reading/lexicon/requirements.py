"""The words for requirements, and the prefixes of ids of requirements and stories."""

from __future__ import annotations

from itertools import chain

from mkdocs_plan_plugin.reading.lexicon.words import inflected, listed

# `Req` is capitalized because `req` in a sentence begins other words.
_FORMS = inflected(
    "requirement/requirements|Req/Reqs|requisito/requisitos|requerimiento/requerimientos"
    "|exigence/exigences|Anforderung/Anforderungen|требование/требования|需求|要求|要件"
    "|요구사항|요구 사항"
)

REQUIREMENT = tuple(word[0] for word in _FORMS)
"""A requirement, in the singular."""
REQUIREMENTS = tuple(chain.from_iterable(_FORMS))
"""A requirement, in all forms."""

REQUIREMENT_CODES = listed("FR|NFR|SC|AC|REQ|UC|BR|RF|RNF|RN|CA")
STORY_CODES = listed("US|HU")
