"""The rules: pure Python, no Qt, no SQL. Everything here can be tested without a window, a file or a clock."""
