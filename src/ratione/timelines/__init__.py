"""Acts in, lines out: who is bound by what from when to when, by the treaties' own rules.

Nothing here reads today's date. ``Law`` spends the clock of the question once: acts done and rulings given after
``asked_on`` do not count. Every line is then a function of one day.
"""
