"""Wizards without a window: steps, typed answers, next, back, describe. A QWizard is a thin skin over them."""
