"""What a planning sets and what cannot hold in it: `slots` reads, `holds` judges, `hour_ranges` reads a sentence."""
