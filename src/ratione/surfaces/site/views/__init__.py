"""Views: a request in, a page out; one module a part of the site."""
