"""Ten songs of the house band on one page, with pictures and measures, so that people can judge by ear."""
