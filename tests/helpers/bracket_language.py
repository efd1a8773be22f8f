"""The language of brackets told another way than the engine tells it: by a pushdown automaton, and by enumeration."""

from __future__ import annotations

from engine.labs.brackets.language import DYCK1, Language, all_prefixes, depth_steps
from engine.records import I32

DYCK2 = Language(2)
_CLOSES = {")": "(", "]": "["}


def legal_after(text: str, language: Language = DYCK1) -> tuple[str, ...]:
    """What may follow `text`, by the pushdown automaton: () once no continuation can make it balanced."""
    stack: list[str] = []
    for character in text:
        partner = _CLOSES.get(character)
        if partner is None:
            stack.append(character)
        elif not stack or stack.pop() != partner:
            return ()
    closing = {opened: closed for closed, opened in _CLOSES.items()}[stack[-1]] if stack else "End"
    return tuple(name for name in language.names if name in ("(", "[", closing))


def all_balanced(pairs: int) -> I32:
    """Every balanced string of one kind with `pairs` pairs, as token ids.  # [catalan(pairs), 2 * pairs]"""
    prefixes = all_prefixes(2 * pairs)
    balanced: I32 = prefixes[depth_steps(prefixes).sum(axis=1) == 0]
    return balanced
