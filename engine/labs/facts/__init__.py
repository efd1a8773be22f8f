"""Facts: where a model keeps one, and what changes when its weights are edited to say another."""
