"""What MkDocs is given: hooks, macros, glossary terms, tables and reference pages."""
