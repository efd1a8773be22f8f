"""A playground of small nets: data sets on a plane or a line, training, many starts, and nets as files."""
