"""A message as people write it, said as the frames know it: turns of phrase, remarks, asides."""
