"""What is asked of an architecture: whether its page is ready for a review."""
