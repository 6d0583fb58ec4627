"""MkDocs hooks and what they use: macros, glossary links, tables, charts and reference pages."""
