"""The controls around the views: prompt, playback, sampling, model, notices, figure export."""
