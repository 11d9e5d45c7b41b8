"""Rules on the form of the verb: infinitive or participle, mood, tense, orders, participles with « avoir »."""
