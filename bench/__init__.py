"""What Busker promises about speed, measured on the machine at hand: `make bench`, or `python -m bench NAME`.

Each module measures one thing by a function `measure(rounds)`, plain or async, that returns rows. Where there
is another side, both do the same work in turns in the same process, so that a busy machine slows both.
"""
