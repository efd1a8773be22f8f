"""The engine: models, capture and intervention, sampling, maps and labs. It knows no Qt and no window."""
