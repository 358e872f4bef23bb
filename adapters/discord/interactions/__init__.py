"""What has been asked and waits for its answer: within three seconds, or for as long as its token lasts."""
