"""Make `tests` a package, because a package that the tests depend on installs one with the same name."""
