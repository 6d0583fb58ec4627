"""Ours: one of the packages that the tests need carries a package of this name, too."""
