"""What a model is asked to do: word a reply (`voice`), say what a sentence asks for (`router`), appreciate prose
(`judge`), word an answer from passages (`reference_answer`). None of them raises or decides.
"""
