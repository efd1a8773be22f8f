"""What heads look at: the atlas, scores of heads, induction, heads of long texts."""
