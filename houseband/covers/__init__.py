"""The designs a cover can have. Each is one function from a palette, dice and a size to a `Picture`."""
