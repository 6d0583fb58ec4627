"""In place of the standard library's ipaddress, which urllib.parse imports and nothing here uses."""
