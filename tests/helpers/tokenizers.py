"""A tokenizer for tiny models: a text is its numbers, " 12 7" is tokens 12 and 7; other words have no token."""

from __future__ import annotations

import re
from typing import Any


class NumberTokenizer:
    """Callable as a tokenizer of transformers is, as far as the labs use one."""

    bos_token_id: int | None = None

    def __call__(
        self, text: str, *, add_special_tokens: bool = True, return_offsets_mapping: bool = False, verbose: bool = True
    ) -> dict[str, Any]:
        """Ids of the text's words; a word that is no number is two tokens, so that it is no single one."""
        ids, offsets = list[int](), list[tuple[int, int]]()
        for word in re.finditer(r"\S+", text):
            many = [int(word.group()) % 97] if word.group().isdecimal() else [3, 4]
            ids += many
            offsets += [word.span()] * len(many)
        return {"input_ids": ids, **({"offset_mapping": offsets} if return_offsets_mapping else {})}
