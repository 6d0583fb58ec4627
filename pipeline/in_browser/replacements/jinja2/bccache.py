"""In place of Jinja's files of compiled templates: the build has compiled all templates."""


class BytecodeCache:
    """What Jinja's package exports."""


class FileSystemBytecodeCache:
    """What Jinja's package exports."""


class MemcachedBytecodeCache:
    """What Jinja's package exports."""
