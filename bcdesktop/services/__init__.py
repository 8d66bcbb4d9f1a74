"""What can be done: one module per area, each public function one transaction, each answer a frozen record."""
