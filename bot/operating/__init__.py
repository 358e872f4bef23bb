"""What whoever runs Busker needs to know: troubles, numbers, room on the disk, copies of the database."""
