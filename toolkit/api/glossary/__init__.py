"""What `copydesk glossary` does: look up, tend, judge and compare glossaries. Each module is one verb or two."""
