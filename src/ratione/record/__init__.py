"""Text in, a record out: every act, instrument, place, situation, dispute, ruling and source, loaded and checked.

A record holds what the sources say and nothing that follows from it.
"""
