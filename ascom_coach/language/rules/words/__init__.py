"""Rules on words taken for others: homophones, set phrases, register, style."""
