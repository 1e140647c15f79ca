"""Layers around the cells, one file each. Every layer is a ``forward`` and a ``backward``, pure functions of arrays."""
