"""The screens of the phone, one module each; a screen builds itself when it is first shown."""
