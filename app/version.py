"""The program's version, as its installed package says it."""

from importlib import metadata

try:
    VERSION = metadata.version("gatewalk")
except metadata.PackageNotFoundError:  # run from a checkout that was never installed
    VERSION = "0+checkout"
