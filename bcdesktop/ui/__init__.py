"""What a person sees: windows made with Qt Widgets."""
