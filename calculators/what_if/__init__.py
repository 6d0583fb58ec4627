"""What if: questions to any calculator, and the panel that shows the answers."""
