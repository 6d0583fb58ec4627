"""In place of the standard library's asyncio, which Pyodide imports when it starts and nothing here uses."""
