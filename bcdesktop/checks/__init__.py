"""What the program does to prove itself: the self-test, the guided tour, and checking a code."""
