"""A fitted curve written out, in words for the screen and as Python for a program of one's own."""

from __future__ import annotations

import numpy as np
from numpy.polynomial import chebyshev, polynomial

from viz.labs.fitting.least_squares import Fit
from viz.labs.fitting.points import F64
from viz.labs.fitting.terms import COMMA, CONSTANTS, FUNCTIONS

SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
SUBSCRIPTS = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
POWERS = 6  # the highest degree that is written in powers of x
LETTERS = "abcdefghijklmnopqrst"
_PLUS, _SIGNED = " + ", "{} {} {}"
WRITTEN = {
    "1": "", "x": "x", "x**2": "x²", "x**3": "x³", "1/x": "/x", "sqrt(x)": "√x", "sin(x)": "sin x", "cos(x)": "cos x",
    "log(x)": "ln x", "exp(x)": "eˣ", "exp(-x)": "e⁻ˣ",
}  # fmt: skip
SAME = 1e-6  # of the range of y: how far powers may be from the curve, for it to be written in them


def powers_of(found: Fit, x: F64) -> F64 | None:
    """The coefficients of 1, x, x² … where these give the curve at the points; None where rounding forbids it."""
    family = found.basis.family
    if not family.is_polynomial or family.degree > POWERS:
        return None
    if family.degree == 0:
        return found.coefficients  # a constant is one, however rounding has it
    scaled = chebyshev.cheb2poly(found.coefficients)
    powers = np.zeros(1)
    for coefficient in scaled[::-1]:  # Horner, with (x - middle) / half in place of the variable
        powers = polynomial.polyadd(
            polynomial.polymul(powers, [-family.middle / family.half, 1.0 / family.half]), [coefficient]
        )
    powers = np.pad(powers, (0, family.degree + 1))[: family.degree + 1]
    with np.errstate(over="ignore", invalid="ignore"):
        off = np.abs(polynomial.polyval(x, powers) - found.fitted).max()
    return powers if off <= SAME * max(float(np.ptp(found.fitted)), 1e-300) or off == 0.0 else None


def is_scaled(found: Fit, x: F64) -> bool:
    """Whether a polynomial is written in Chebyshev polynomials of a scaled x, and not in powers of x."""
    return found.basis.family.is_polynomial and powers_of(found, x) is None


def written(found: Fit, x: F64, digits: int = 4) -> str:
    """The right side of "y = …"."""
    family, powers = found.basis.family, powers_of(found, x)
    if powers is not None:
        return _sum(powers, [_power(at) for at in range(len(powers))], digits)
    if family.is_polynomial:
        names = ["", *(f"T{at}".translate(SUBSCRIPTS) + "(u)" for at in range(1, family.size))]
        return f"{_sum(found.coefficients, names, digits)},  u = {_scaled(family.middle, family.half, digits)}"
    names = [_shown(term) for term in family.terms]
    return _sum(found.coefficients, names, digits)


def terms_written(terms: tuple[str, ...]) -> str:
    """Terms with letters for their coefficients: `a + b x + c √x`."""
    said = [f"{letter}{_behind(_shown(term))}" for letter, term in zip(LETTERS, terms, strict=False)]
    return _PLUS.join(said)


def as_python(found: Fit) -> str:
    """A function of numpy that gives the same numbers."""
    family, numbers = found.basis.family, COMMA.join(repr(value) for value in found.coefficients.tolist())
    if family.is_polynomial:
        body = f"np.polynomial.chebyshev.chebval((x - {family.middle!r}) / {family.half!r}, [{numbers}])"
    else:
        head = "    from numpy import " + COMMA.join((*FUNCTIONS, *CONSTANTS)) + "\n"
        terms = " + ".join(
            f"{value!r} * ({term})" for value, term in zip(found.coefficients.tolist(), family.terms, strict=True)
        )
        return f"def curve(x):\n{head}    return {terms}\n"
    return f"import numpy as np\n\n\ndef curve(x):\n    return {body}\n"


def number(value: float, digits: int = 4) -> str:
    """A number with so many digits, a true minus, and tens as powers: `−1.2·10⁻⁵`."""
    said = f"{value:z.{digits}g}"
    if "e" in said:
        mantissa, power = said.split("e")
        raised = str(int(power)).replace("-", "⁻").translate(SUPERSCRIPTS)
        said = f"{mantissa}·10{raised}"
    return said.replace("-", "−")


def _scaled(middle: float, half: float, digits: int) -> str:
    """The scaled x: `(x − 5)/2`."""
    shift = "x" if middle == 0 else f"x − {number(middle, digits)}".replace("− −", "+ ")
    if half == 1:
        return shift
    return f"{shift}/{number(half, digits)}" if middle == 0 else f"({shift})/{number(half, digits)}"


def _power(at: int) -> str:
    return "" if at == 0 else "x" if at == 1 else "x" + str(at).translate(SUPERSCRIPTS)


def _shown(term: str) -> str:
    """A term as it stands behind its coefficient; nothing for a 1."""
    return WRITTEN.get(term, f"({term})".replace("**", "^"))


def _behind(shown: str) -> str:
    return shown if shown.startswith("/") or not shown else f" {shown}"


def _sum(values: F64, names: list[str], digits: int) -> str:
    """Coefficients and what they stand before, with their signs between."""
    said = ""
    for value, name in zip(values.tolist(), names, strict=True):
        size = number(abs(value), digits)
        term = f"{size}{_behind(name)}"
        sign = "−" if value < 0 else "+"
        said = _SIGNED.format(said, sign, term) if said else ("−" if value < 0 else "") + term
    return said
