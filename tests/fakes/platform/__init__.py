"""What fakes of chat platforms share: their time, their waiting, their troubles, and a thread."""
