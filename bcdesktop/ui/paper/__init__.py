"""Sheets of paper, in millimetres: the same painter for the preview, the printer and PDF files."""
