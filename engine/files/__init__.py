"""What is kept in files: runs, tensors, and what lies on the disk."""
