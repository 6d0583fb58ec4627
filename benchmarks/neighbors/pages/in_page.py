# Follows equalizer.py where Python runs in the page: with PyScript, and with pyodide-mkdocs-theme.
# ruff: noqa: ANN001, ANN002, ANN201, ARG001, F821
from js import document, performance

try:
    from pyodide.ffi import create_proxy
except ImportError:  # MicroPython needs none

    def create_proxy(function):
        return function


NAMES = ("pay", "pay_growth", "inflation", "years", "idle_hours", "hourly_net")


def show(*event):
    fields = {name: document.querySelector(f"#equalizer [name={name}]").value for name in NAMES}
    document.querySelector("#outcome").innerHTML = html(**fields)
    performance.mark("gig:outcome")


document.querySelector("#equalizer").addEventListener("input", create_proxy(show))
show()
