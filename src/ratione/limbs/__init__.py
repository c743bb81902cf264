"""Limbs: one question a judge would ask, one article, the line that answers it.

A limb is data. The same limb is read by the finding, the timeline, the columns, its page in the documentation and the
graph. There is no other kind of check.
"""
