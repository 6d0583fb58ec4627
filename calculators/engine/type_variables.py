"""The type variables of `Figure`, `Outcome`, `Chart` and `Calculator`.

Their defaults are what those names mean without brackets: `Figure` is any figure, and `Calculator` one whose inputs are not known. A
default is for mypy alone, since Python 3.11 has none at run time.
"""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing_extensions import ParamSpec, TypeVar

    Parameters = ParamSpec("Parameters", default=...)
    ReturnedT_co = TypeVar("ReturnedT_co", covariant=True, default=object)
    ValueT_co = TypeVar("ValueT_co", covariant=True, default=object)
    InputsT_co = TypeVar("InputsT_co", covariant=True, default=object)
    ReadT_contra = TypeVar("ReadT_contra", contravariant=True, default=object)
else:
    from typing import ParamSpec, TypeVar

    Parameters, ReturnedT_co, ValueT_co = ParamSpec("Parameters"), TypeVar("ReturnedT_co"), TypeVar("ValueT_co")
    InputsT_co, ReadT_contra = TypeVar("InputsT_co"), TypeVar("ReadT_contra")
