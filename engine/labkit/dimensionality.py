"""How much of a dimension each feature has to itself, of directions of any kind: a toy model's, or a dictionary's.

D_i = |W_i|^2 / sum_j (W_i/|W_i| . W_j)^2 (Elhage et al., "Toy Models of Superposition", 2022): 1 where no other feature
shares its direction, 1/2 in an antipodal pair, 2/5 in a pentagon, 0 where the feature is not represented.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

F64 = npt.NDArray[np.float64]
ABSENT = 1e-6  # of the longest direction: shorter ones point nowhere


def dimensionality(directions: npt.ArrayLike) -> F64:
    """The D_i of feature directions [n, m]. Needs n m^2 products and no table of all pairs.  # [n] 0..1

    The sum over j is Ŵ_i^T (sum_j W_j W_j^T) Ŵ_i, so that dictionaries of many thousands of features are no trouble.
    """
    rows = np.asarray(directions, np.float64)
    lengths = np.linalg.norm(rows, axis=1)
    there = lengths > ABSENT * max(float(lengths.max(initial=0.0)), np.finfo(np.float64).tiny)
    units = rows[there] / lengths[there, None]
    shared = np.einsum("im,im->i", units @ (rows.T @ rows), units)  # sum over j, i itself included
    found = np.zeros(len(rows))
    found[there] = np.square(lengths[there]) / shared
    return found
