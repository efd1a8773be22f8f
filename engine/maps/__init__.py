"""Maps: which vectors are shown (spaces), where they lie (layouts), and how new ones join them (placing).

Importing anything here loads numpy only. umap-learn, scikit-learn and numba are imported inside the mapper process,
scipy when the first map is searched.
"""
