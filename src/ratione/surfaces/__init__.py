"""Surfaces: the command line, HTTP, the site, MCP. They ask, print and read the clock; there is no law in them."""
