"""What is refused before anything is computed."""

from __future__ import annotations

from engine.dictionaries.records import DictionaryInfo
from engine.errors import InputRefused
from engine.sentences import say


def require_feature(info: DictionaryInfo, feature: int) -> int:
    """The feature itself. Raises InputRefused where the dictionary has none of that number."""
    if not 0 <= feature < info.width:
        raise InputRefused(
            say(
                "There is no feature {feature}: this dictionary has features 0 to {last}.",
                feature=feature,
                last=info.width - 1,
            )
        )
    return feature
