"""The look of the site, and what MkDocs needs of ours to build it."""
