r"""How a byte-level vocabulary cuts text into pieces before it merges bytes, by the name that a GGUF file gives.

A GGUF file has no `tokenizer.json`: it names the rule (`tokenizer.ggml.pre`), and the rule is a fact of the model that
the vocabulary was made for. The names are those of llama.cpp (`llama-vocab.cpp`, autumn of 2026). A rule is a row of
regular expressions in Oniguruma's syntax, which `tokenizers` uses: each cuts what the one before it left, and both what
it matches and what lies between becomes a piece. Where llama.cpp approximates the expression of a model's own
`tokenizer.json` and names that one, it stands here: `\p{Lu}` is a capital of any script, `(?i:'s)` holds in every case.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """What a name stands for."""

    steps: tuple[str, ...]  # regular expressions
    whole: bool = False  # a piece that is a token as it stands stays whole, whatever the merges say
    begins: bool = False  # a text begins with the begin-of-text token where the file does not say
    of_bytes: bool = True  # tokens are spelled in GPT-2's alphabet of bytes; else as they are
    spaced: bool = False  # a space is spelled U+2581


DIGITS = r"\p{N}"  # each character of a number by itself
GPT_2 = r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+|\s+(?!\S)|\s+"

_SHORT = r"(?i:'s|'t|'re|'ve|'m|'ll|'d)"  # what English writes after an apostrophe
_LINES = r"[^\n]+|[\n]+"
_BLANKS = r"\s*[\r\n]+|\s+(?!\S)|\s+"
_LED = r"[^\r\n\p{L}\p{N}]?"  # what may stand before a word
_MARKS = r" ?[^\s\p{L}\p{N}]+[\r\n]*"
_MARK = r"[!\"#$%&'()*+,\-./:;<=>?@\[\\\]^_`{|}~]"
_UPPER, _LOWER = r"\p{Lu}\p{Lt}\p{Lm}\p{Lo}\p{M}", r"\p{Ll}\p{Lm}\p{Lo}\p{M}"

_HAN_AND_KANA = "[\u4e00-\u9fa5\u3040-\u309f\u30a0-\u30ff]+"
_EAST = "[\u4e00-\u9fa5\u0800-\u4e00\uac00-\ud7ff]+"
_EAST_BY_BLOCK = (
    "[\u4e00-\u9fff\u3400-\u4dbf\u8c48-\ufaff\u3040-\u309f\u30a0-\u30ff\uff65-\uff9f\u2f00-\u2fdf\u0e40-\u0e7f\u0e80-\u0eff"
    "\u1780-\u17ff\u1000-\u109f\uaa60-\uaa7f\ua9e0-\ua9ff\uac00-\ud7af\u1100-\u11ff]+"
)
_EAST_BY_SCRIPT = (
    "[\uac00-\ud7a3\u3131-\u318e]+"
    "|[\uff01\u2026\u201c\u201d\u2018\u2019\u2014\uff1a\uff1b\uff0c\u3001-\u303f\ufe30-\ufe4f]+"
    f"|[\u3105-\u312f]+|{_HAN_AND_KANA}"
)
_BLOOM = " ?[^(\\s|.,!?\u2026\u3002\uff0c\u3001\u0964\u06d4\u060c)]+"
_WIDE_MARKS = "\\s?[!-/:-~\uff01-\uff0f\uff1a-\uff5e\u2018-\u201f\u3000-\u3002]+"
_CASED_LETTERS = (
    "A-Za-z\xb5\xc0-\xd6\xd8-\xf6\xf8-\u01ba\u01bc-\u01bf\u01c4-\u0293\u0295-\u02af\u0370-\u0373\u0376\u0377"
    "\u037b-\u037d\u037f\u0386\u0388-\u038a\u038c\u038e-\u03a1\u03a3-\u03f5\u03f7-\u0481\u048a-\u052f"
    "\u0531-\u0556\u10a0-\u10c5\u13a0-\u13f5\u13f8-\u13fd\u1c90-\u1cba\u1cbd-\u1cbf\u1d00-\u1d2b\u1d6b-\u1d77"
    "\u1d79-\u1d9a\u1e00-\u1f15\u1f18-\u1f1d\u1f20-\u1f45\u1f48-\u1f4d\u1f50-\u1f57\u1f59\u1f5b\u1f5d"
    "\u1f5f-\u1f7d\u1f80-\u1fb4\u1fb6-\u1fbc\u1fbe\u1fc2-\u1fc4\u1fc6-\u1fcc\u1fd0-\u1fd3\u1fd6-\u1fdb"
    "\u1fe0-\u1fec\u1ff2-\u1ff4\u1ff6-\u1ffc\u2102\u2107\u210a-\u2113\u2115\u2119-\u211d\u2124\u2126\u2128"
    "\u212a-\u212d\u212f-\u2134\u2139\u213c-\u213f\u2145-\u2149\u214e\u2183\u2184\u2c00-\u2c7b\u2c7e-\u2ce4"
    "\u2ceb-\u2cee\u2cf2\u2cf3\ua640-\ua66d\ua680-\ua69b\ua722-\ua76f\ua771-\ua787\ua78b-\ua78e\uab70-\uabbf"
    "\ufb00-\ufb06\ufb13-\ufb17\uff21-\uff3a\uff41-\uff5a\U00010400-\U0001044f\U000104b0-\U000104d3"
    "\U000104d8-\U000104fb\U00010c80-\U00010cb2\U00010cc0-\U00010cf2\U000118a0-\U000118df\U0001e900-\U0001e943"
)


def _words(numbers: str, *, letters: str = r"\p{L}", short: str = f"{_SHORT}|", blanks: str = _BLANKS) -> str:
    """Llama 3's kind: words with what stands before them, numbers, marks, blanks."""
    return rf"{short}{_LED}{letters}+|{numbers}|{_MARKS}|{blanks}"


def _cased(numbers: str, *, short: str, ends: str = r"[\r\n/]*", but: str = "") -> str:
    """GPT-4o's kind: a word ends where a capital begins."""
    upper, lower = f"[{_UPPER}{but}]", f"[{_LOWER}{but}]"
    words = rf"{_LED}{upper}*{lower}+{short}|{_LED}{upper}+{lower}*{short}"
    return rf"{words}|{numbers}| ?[^\s\p{{L}}\p{{N}}]+{ends}|{_BLANKS}"


def _marked(ends: str) -> str:
    """DeepSeek V3's kind: a mark may lead a word of ASCII letters."""
    words = rf"{_MARK}[A-Za-z]+|[^\r\n\p{{L}}\p{{P}}\p{{S}}]?[\p{{L}}\p{{M}}]+"
    return rf"{words}| ?[\p{{P}}\p{{S}}]+{ends}|\s+(?!\S)|\s+"


_LLAMA_3 = _words(r"\p{N}{1,3}")
_QWEN_2 = _words(DIGITS)
_FROM_THE_RIGHT = r"\p{N}{1,3}(?=(?:\p{N}{3})*(?!\p{N}))"  # by threes, as numbers are written
_RUNS = r"\s{512}(?!\S)|\s{256}(?!\S)|\s{128}(?!\S)|\s{64}(?!\S)|\s{32}(?!\S)|\s{16}(?!\S)|\s{8}(?!\S)|\s{4}(?!\S)"

_FALCON = (r"[\p{P}\$\+<=>\^~\|`]+", GPT_2, "[0-9][0-9][0-9]")
_UNNAMED = (r"[\p{P}\$\+<=>\^~\|]+", GPT_2, r"\p{N}+", "[0-9][0-9][0-9]")
_DEEPSEEK_LLM = (r"[\r\n]", rf"\s?[{_CASED_LETTERS}]+", _WIDE_MARKS, r"\s+$", _EAST, r"\p{N}+")
_DEEPSEEK_CODER = (r"[\r\n]", r"\s?\p{L}+", r"\s?\p{P}+", _EAST, DIGITS)
_DEEPSEEK_3 = (r"\p{N}{1,3}", _HAN_AND_KANA, _marked(r"[\r\n]*|\s*[\r\n]+"))
_SPARK = (r"\p{N}{1,3}", _HAN_AND_KANA, _marked(r"|[\r\n]"), DIGITS)
_AFMOE = (_FROM_THE_RIGHT, _EAST_BY_BLOCK, _marked(r"[\r\n]*|\s*[\r\n]+"))
_CHAMELEON = (
    "<sentinel:[0-9]+>",
    "(IMGIMG)((A|B|C|D|E|F|G|H|I){1,4})Z",
    "([\t\n]|    |  )",
    DIGITS,
    r"[\p{P}!-/:-@\[-`{-~]",
    GPT_2,
)
_BAILING = r"'(?i:[sdmt]|ll|ve|re)|[^\r\n\p{L}\p{N}]?+\p{L}+|\p{N}| ?[^\s\p{L}\p{N}]++[\r\n]*|\s*[\r\n]|\s+(?!\S)|\s+"
_SEED = rf"{_SHORT}|{_LED}\p{{L}}+|\p{{N}}{{1}}| ?[^\s\p{{L}}\p{{N}}\r\n]+|{_BLANKS}"
_EXAONE_MOE = (
    rf"{_SHORT}|{_LED}(?:\p{{L}}\p{{M}}*(?: \p{{L}}\p{{M}}*)*)+|\p{{N}}| ?[^\s\p{{L}}\p{{N}}]+[\r\n/]?"
    r"|\s*[\r\n]|\s+(?!\S)|\s+"
)
_QWEN_35 = rf"{_SHORT}|{_LED}[\p{{L}}\p{{M}}]+|\p{{N}}| ?[^\s\p{{L}}\p{{M}}\p{{N}}]+[\r\n]*|{_BLANKS}"
_KIMI = r"[\p{Han}]+|" + _cased(r"\p{N}{1,3}", short=f"{_SHORT}?", ends=r"[\r\n]*", but=r"&&[^\p{Han}]")
_MINICPM = (r"\p{N}{1,3}", _words(r"\p{N}+"))
_TINY_AYA = (r"\d{1,3}(?=(?:\d{3})*\b)", _cased(r"\p{N}{1,3}", short=f"{_SHORT}?"))
_YOUTU = (_EAST_BY_SCRIPT, _cased(DIGITS, short=f"{_SHORT}?"))
_SUPER = (r"\p{N}+", r"(?=(\d{3})+(?!\d))")
_JAIS_2 = _words(r"\p{N}{1,3}", blanks=rf"\s*[\r\n]+|{_RUNS}|\s{{1,2}}(?!\S)|\s{{1}}")

_NAMES: dict[Rule, str] = {
    Rule(_UNNAMED): "default",
    Rule((GPT_2,)): "gpt-2 phi-2 jina-es jina-de gigachat jina-v2-es jina-v2-de a.x-4.0 mellum modern-bert jina-v1-en "
    "jina-v2-code roberta-bpe exaone4 mpt olmo jais trillion granite-docling",
    Rule((DIGITS, GPT_2)): "starcoder refact command-r smollm codeshell exaone minerva-7b mellum2",
    Rule((_LLAMA_3,), whole=True, begins=True): "llama3 llama-v3 llama-bpe falcon3 falcon-h1 pixtral midm-2.0 lfm2 "
    "jina-v5-nano",
    Rule((_LLAMA_3,)): "dbrx smaug-bpe glm4 chatglm-bpe",
    Rule((_QWEN_2,)): "qwen2 deepseek-r1-qwen kormo f2llmv2 megrez stablelm2 hunyuan solar-open grok-2",
    Rule((_LINES, _QWEN_2)): "laguna",
    Rule((_words(DIGITS, short=""),)): "ufakzeka",
    Rule((_QWEN_35,)): "qwen35",
    Rule((_cased(r"\p{N}{1,3}", short=f"{_SHORT}?"),)): "gpt-4o llama4 kanana2 talkie minimax-m2",
    Rule((_cased(r"\p{N}{1,3}", short=f"{_SHORT}?"),), whole=True): "granite-embed-multi-97m",
    Rule((_cased(DIGITS, short=""),), whole=True, begins=True): "tekken",
    Rule(_TINY_AYA): "tiny_aya cohere2moe",
    Rule(_YOUTU, whole=True): "youtu",
    Rule((_KIMI,)): "kimi-k2",
    Rule(_DEEPSEEK_LLM): "deepseek-llm",
    Rule(_DEEPSEEK_CODER): "deepseek-coder",
    Rule(_DEEPSEEK_3): "deepseek-v3 hunyuan-dense joyai-llm hy_v4",
    Rule(_SPARK): "spark2_5",
    Rule(_AFMOE): "afmoe",
    Rule(_FALCON): "falcon",
    Rule((_BLOOM,)): "bloom poro-chat gpt3-finnish",
    Rule((_BLOOM, DIGITS)): "viking",
    Rule(_CHAMELEON, begins=True): "chameleon",
    Rule(_SUPER): "superbpe",
    Rule((_BAILING,)): "bailingmoe bailingmoe2 llada-moe",
    Rule((_SEED,)): "seed-coder",
    Rule((_EXAONE_MOE,)): "exaone-moe",
    Rule(_MINICPM, whole=True): "minicpm5",
    Rule((_JAIS_2,)): "jais-2",
    Rule((_LINES,), whole=True, of_bytes=False, spaced=True): "gemma4 granite-embed-multi-311m",
    Rule((_LINES,), of_bytes=False, spaced=True): "sarvam-moe",
    Rule((r"\S+",), of_bytes=False): "whitespace",
}
RULES: dict[str, Rule] = {name: rule for rule, names in _NAMES.items() for name in names.split()}
