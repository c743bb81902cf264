"""The same rule over millions of rows: tables in, tables with answers out; every cell agrees with the one-case finding.

    fold     the rule's lines over epochs -> small tables of signatures, once for a version of the record
    tag      a table -> the same table with an answer, its link, and the key of its finding in each row
    explain  a row -> the finding behind it

Needs the extra ``columns``; importing the package does not, so that country codes can be looked up without it.
"""
