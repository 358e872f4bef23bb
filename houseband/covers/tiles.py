"""Square tiles with simple shapes in them, after the posters of the twenties."""

from houseband.covers.palettes import Colour, Palette
from houseband.covers.picture import Pen, Picture, Zone, gradient
from houseband.dice import Dice

__all__ = ["tiles"]

_COLUMNS = 4
_SIDE = 1 / _COLUMNS


def tiles(palette: Palette, dice: Dice, size: int, *, titled: bool) -> Picture:
    """Fill three rows of four, and leave the strip below them to the title, or fill it too."""
    pen = Pen(gradient(size, [(0.0, palette.light), (1.0, palette.light)]))
    colours = list(dict.fromkeys([*palette.ramp, palette.accent]))
    last: Colour | None = None
    for place in range(_COLUMNS * (3 if titled else 4)):
        row, column = divmod(place, _COLUMNS)
        others = [colour for colour in colours if colour != last]
        ground, shape, dot = dice.shuffled(others)[:3]
        last = ground
        pen.box(column * _SIDE, row * _SIDE, (column + 1) * _SIDE, (row + 1) * _SIDE, ground)
        dice.pick(_SHAPES)(pen, column * _SIDE, row * _SIDE, dice, (shape, dot))
    return Picture(image=pen.done(), zone=Zone(0.06, 0.785, 0.94, 0.955))


def _quarter(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """A quarter of a circle from one corner, with a smaller one on it."""
    corner = dice.between(0, 3)
    right, low = corner in (1, 2), corner in (2, 3)
    at = (x + _SIDE * right, y + _SIDE * low)
    degrees = (90 * corner, 90 * corner + 90)
    pen.slice(*at, _SIDE, degrees, colours[0])
    pen.slice(*at, _SIDE / 2, degrees, colours[1])


def _halves(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """Two half circles that look the same way."""
    if dice.chance(0.5):
        for step, colour in enumerate(colours):
            pen.slice(x + _SIDE / 2, y + _SIDE / 2 * (step + 1), _SIDE / 2, (180, 360), colour)
    else:
        for step, colour in enumerate(colours):
            pen.slice(x + _SIDE / 2 * step, y + _SIDE / 2, _SIDE / 2, (270, 450), colour)


def _disc(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """A circle, and one in it that may sit aside."""
    middle, aside = _SIDE / 2, dice.pick((0.0, 0.0, _SIDE / 8))
    pen.disc(x + middle, y + middle, _SIDE * 0.4, colours[0])
    pen.disc(x + middle + aside, y + middle + aside, _SIDE * 0.2, colours[1])


def _leaf(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """Two quarters that meet in a leaf."""
    if dice.chance(0.5):
        pen.slice(x, y + _SIDE, _SIDE, (270, 360), colours[0])
        pen.slice(x + _SIDE, y, _SIDE / 2, (90, 180), colours[1])
    else:
        pen.slice(x, y, _SIDE, (0, 90), colours[0])
        pen.slice(x + _SIDE, y + _SIDE, _SIDE / 2, (180, 270), colours[1])


def _bars(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """Stripes, across or along."""
    along = dice.chance(0.5)
    for step in range(3):
        near, far = _SIDE * (2 * step) / 6 + _SIDE / 12, _SIDE * (2 * step + 1) / 6 + _SIDE / 12
        edges = (x + near, y, x + far, y + _SIDE) if along else (x, y + near, x + _SIDE, y + far)
        pen.box(*edges, colours[step % 2])


def _triangles(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """The square's lower half by its diagonal, and a quarter of it."""
    right = dice.chance(0.5)
    edge, other = (x + _SIDE, x) if right else (x, x + _SIDE)
    pen.polygon([(edge, y), (edge, y + _SIDE), (other, y + _SIDE)], colours[0])
    pen.disc((edge + 2 * other) / 3, y + _SIDE / 3, _SIDE / 8, colours[1])


def _dots(pen: Pen, x: float, y: float, dice: Dice, colours: tuple[Colour, Colour]) -> None:
    """Nine dots, one of them different."""
    odd = dice.between(0, 8)
    for place in range(9):
        row, column = divmod(place, 3)
        at = (x + _SIDE * (column + 0.5) / 3, y + _SIDE * (row + 0.5) / 3)
        pen.disc(*at, _SIDE / 11, colours[place == odd])


_SHAPES = (
    _quarter,
    _quarter,
    _halves,
    _halves,
    _disc,
    _disc,
    _leaf,
    _leaf,
    _bars,
    _triangles,
    _dots,
)
