"""People, organisations, places and outlets under their established English names."""
