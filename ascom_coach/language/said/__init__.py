"""What somebody does by speaking or writing: acts, promises, leave asked for.

Acts of a text, of a turn of conversation:       `acts`, `spoken`
Promises of a text, in the words of speech:      `promises`, `spoken_promises`
May I promise?                                   `leave`
"""
