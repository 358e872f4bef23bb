"""The one HTTP listener: whoever has something to answer there brings its routes."""
