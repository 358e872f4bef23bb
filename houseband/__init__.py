"""The house band: a local server with the Soundverse API that makes real music on the CPU."""
