"""Every calculator as a typed function: its inputs are keyword arguments, its figures attributes of what it returns.

The modules are written by `python -m pipeline.typed_library` from the declarations in `catalogue/`; `answer.py` is what they share.
"""
