"""Facts: edited and judged by their neighbours, and where a model reads and loses them."""
