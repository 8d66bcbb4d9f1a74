"""Business Center Desktop: who may use which account, who agreed to it, and how to take it back."""

__version__ = "0.1.0"
