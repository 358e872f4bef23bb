"""From a score to an mp3: instruments, drums, mix, master, file. Everything here needs numpy and scipy."""
