"""Texts on which splitting rules differ: numbers and letters of every script, blanks, marks, code, emoji, CJK."""

from __future__ import annotations

import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterator

_PLAIN = [
    "Add ½ cup of milk",
    "area in m ²",
    "Chapter Ⅳ of",
    "٣ ٤ ٥",
    "H₂O and CO₂, x³ + y²",
    "Hello world",
    "hello  world",
    "It's John's, isn't it? We'll see; I'd've said they're IT'S WE'LL DON'T 'S 'Re 'lL 'm'd've",
    "don’t and l’été, rock 'n' roll, '70s, 'tis",
    "the 'ſ of 'ſ",
    "O'Neill O'NEILL o'neill's",
    "camelCase PascalCase HTTPServer XMLHttpRequest iPhone12Pro snake_case SCREAMING_CASE kebab-case",
    "ΑΒΓαβγ ΑβΓδ Привет МИР МиР ǅungla ǅUNGLA ÉcoleÉCOLE straßeSTRASSE İstanbul ıIiİ",
    "1 12 123 1234 12345 123456 1234567 12345678 123456789 1234567890123456789012345",
    "1,234,567.89 and 0.001e-10, +49 (0)30 123456-78, 2026-11-30T00:05:26Z, $3.50, 50%, 3/4, 1st 2nd 3rd",
    "123abc abc123 a1b2c3 1a 22bb 333ccc 4444dddd x1234567y 7kg 1234567€",
    "v1.2.3-rc4 192.168.0.1 fe80::1 #42",
    "٠١٢٣٤٥٦٧٨٩ १२३४५६७ ๑๒๓๔๕๖๗ 〇一二三四五 １２３４５６７ ①②③④⑤ ⅠⅡⅢⅣ ¼½¾ ²³¹ ⁴⁵⁶ ₁₂₃ 𝟏𝟐𝟑𝟒",
    "   leading",
    "trailing   ",
    "  both  ",
    "\t\ttabs\tand \t spaces\t ",
    "\n",
    "\n\n\n",
    "\r\n\r\n",
    "a\nb\r\nc\rd",
    "line \n next\n  indented\n\n\n    more\n",
    "end. \nNext!\n\nLast?\r\n",
    "...\n\n!!!\n???",
    " \n \n \n",
    "a \n\n b",
    "x\u00a0y\u2009z\u3000w\u202fv\u2003u\u1680t",
    "a\u2028b\u2029c\x85d\x0be\x0cf",
    "\u200b\u200c\u200d\ufeff\u00ad\u2060x",
    "\x00\x01\x1f\x7f\x80\x9f",
    "\ue000\uf8ff\U000f0000 private",
    "\ufffd\ufffe\U0010ffff",
    "\u0378\u0379 unassigned",
    "def f(x):\n    return x ** 2  # ünïcode\n\n\nclass A(B):\n\tpass\n",
    "for (int i = 0; i < n; ++i) { a[i] += b[i] * 3.14f; /* c */ } // end\n#include <stdio.h>\n",
    "<div class=\"a b\" id='c'>&nbsp;text</div>\n<!-- comment -->\n",
    '{"key": [1, 2.5, null], "other": {"x": "\\n"}}',
    r"\frac{a}{b} \sum_{i=0}^{n} x_i^2 \\ $E = mc^2$",
    "SELECT * FROM t WHERE a='b' AND c<>1;--",
    "ls -la | grep '^d' > out.txt 2>&1",
    "https://example.org/path/to?q=1&r=%20#frag user@example.org ~/a_b/../c.tar.gz",
    "x=>y->z::w<<=>>&&||!==?:;;",
    "`code` ~~~ ^^^ <<< >>> === +++ |||",
    "*bold* _it_ **b** __i__ ## head\n- a\n- b\n\n> quote",
    "!word ?word .word -word /word (word [word {word @word",
    "“quoted” ‘single’ «guillemets» „low“ — dash – en … ellipsis • bullet",
    "¡Hola! ¿Qué? § ¶ † ‡ ‰ ° ± × ÷ ≠ ≤ ∞ ∑ ∫ √ → ⇒ ▲ ◆ ★ ☎ ♠",
    "€100 £50 ¥3000 ₹99 ₿1 100₫ 5¢",
    "a+b=c <x> |y| ~z ^w $v `u",
    "🙂 😀😃 🤦🏽‍♀️ 👩‍👩‍👧 🇩🇪🇫🇷 1️⃣ ❤️ ✈︎ 🏴󠁧󠁢󠁥󠁮󠁧󠁿",
    "text🙂text 12🙂34 .🙂. \n🙂\n",
    "e\u0301 cafe\u0301 n\u0303 a\u0308\u0304 \u0301alone x\u0336y\u0336 Z͑ͫ̓a̴l̶g̷o̸",
    "नमस्ते दुनिया क्षत्रिय ज्ञान हिंदी १२३",
    "สวัสดีชาวโลก ๑๒๓ ภาษาไทย",
    "Tiếng Việt có dấu thanh điệu",
    "שָׁלוֹם עוֹלָם",
    "اَلْعَرَبِيَّةُ مرحبا بالعالم، كيف؟",
    "বাংলা ভাষা தமிழ் மொழி తెలుగు ಕನ್ನಡ മലയാളം සිංහල",
    "မြန်မာဘာသာ ភាសាខ្មែរ ພາສາລາວ བོད་སྐད",
    "你好吗？这是一个句子。第12章，共345页！",
    "日本語のテキスト、カタカナとひらがな。ﾊﾝｶｸ　全角スペース１２３ＡＢＣ",
    "한국어 문장입니다. 안녕하세요! 123개 ㄱㄴㄷ",
    "漢字かなカナ한글ㄅㄆㄇ mixed 中文and英文123混合。",
    "㐀㐁 𠀀𠀁 豈更 ⼀⼁ 〆々〇 ㊀㊁ ㍿",
    "繁體中文：「引號」、『書名』——破折號……省略號",
    "Ａ＋Ｂ＝Ｃ！？（全角）［］｛｝～",
    "ꀀꀁ ꓐꓑ ꔀꔁ ꙮ Ꚁ ꝏ ꟿ ꠀ ꡀ ꢂ ꤀ ꥠ ꦀ ꨀ ꩡ ꪀ ꫀ ꬁ ꭰ ꯀ",
    "<|im_start|>user\nHi<|im_end|>\n<|endoftext|>",
    "<｜begin▁of▁sentence｜>Hi <s>there</s> <unk>x",
    "▁ x▁▁y ▁",
    "<think>hmm</think> <|im_start|> <|im_end",
    "<sentinel:12> IMGIMGABCZ IMGIMGAZ IMGIMGZ",
    "",
    "a",
    " ",
    "1",
    ".",
    "é",
    "你",
    "🙂",
    " a",
    " 1",
    " .",
    " é",
    "\u0301",
    "\u00a0",
    "A",
    "'",
    "''",
    "'s",
    " 's",
    "s'",
    "'\n",
]
_NUMBERS_A_LINE = 14
_LETTERS_A_LINE = 10


def texts() -> list[str]:
    """All of them, each once, in an order that does not change."""
    return list(dict.fromkeys([*_PLAIN, *_blanks(), *_numbers(), *_scripts()]))


def _blanks() -> Iterator[str]:
    """Runs of 1 to 64 spaces before, between and behind words, and a few of other blanks."""
    for count in range(1, 65):
        yield f"{' ' * count}x"
        if count % 4 == 3 or count < 6:
            yield f"if a:{' ' * count}b = 1{' ' * count}"
        if count % 8 == 5:
            yield from (f"a{chr(9) * count}b", f"a{chr(10) * count}b", f"a\u3000{' ' * count}\u00a0b", "\r\n" * count)


def _numbers() -> Iterator[str]:
    """Every kind of number: decimal digits of all scripts, number letters, other numbers."""
    for category in ("Nd", "Nl", "No"):
        held = [chr(code) for code in range(sys.maxunicode + 1) if unicodedata.category(chr(code)) == category]
        for start in range(0, len(held), _NUMBERS_A_LINE):
            some = held[start : start + _NUMBERS_A_LINE]
            yield f"n{some[0]} {''.join(some[1:6])} {' '.join(some[6:10])}x{''.join(some[10:])}."


def _scripts() -> Iterator[str]:
    """Letters and marks of every script that Unicode's names tell apart."""
    found: dict[str, list[str]] = defaultdict(list)
    for code in range(0x80, sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character)[0] in "LM":
            found[unicodedata.name(character, "UNNAMED").split()[0]].append(character)
    for held in found.values():
        step = max(1, len(held) // _LETTERS_A_LINE)
        some = held[::step][:_LETTERS_A_LINE]
        yield f"a {''.join(some[:4])} {''.join(some[4:7])}1{''.join(some[7:])}b"
