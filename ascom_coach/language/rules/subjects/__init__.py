"""Rules on the verb and its subject, wherever the subject stands."""
