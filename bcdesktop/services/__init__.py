"""What can be done: one module per area, each public function is one transaction."""
