"""Keyboard-driven workbook for in-school spreekuren of the leerplichtambtenaar."""

__version__ = "0.1.0"
