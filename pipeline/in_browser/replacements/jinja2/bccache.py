"""In place of Jinja's cache of compiled templates: the build has compiled all templates."""


class BytecodeCache:
    """Exported by Jinja's package."""


class FileSystemBytecodeCache:
    """Exported by Jinja's package."""


class MemcachedBytecodeCache:
    """Exported by Jinja's package."""
