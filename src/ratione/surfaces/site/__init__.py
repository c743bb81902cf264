"""The site: pages out of the record, the same from a server and as files. Every page has an address, a JSON twin and, where it
is a table, a CSV twin. No law here, no script needed to read, nothing asked of another server."""
