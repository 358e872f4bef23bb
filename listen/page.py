"""The page: one HTML file that needs nothing but the files beside it."""

from collections.abc import Iterable
from html import escape
from pathlib import Path

from PIL import Image

from houseband.score import Score
from listen.curves import curve_of
from listen.pictures import ROLES, roll, spectrogram, waveform
from listen.report import Measure, Report, TakeReport
from tests.houseband.ears import OCTAVES, octaves

__all__ = ["page_of"]

_HERE = Path(__file__).parent


def page_of(reports: list[Report], folder: Path) -> str:
    """Draw what belongs to the page into `folder`, and return its HTML."""
    songs = "\n".join(_song(report, folder) for report in reports)
    judged = [
        measure for report in reports for measure in report.every if measure.is_met is not None
    ]
    met = sum(bool(measure.is_met) for measure in judged)
    return f"""<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The house band</title>
<style>{(_HERE / "look.css").read_text("utf-8")}</style>
<header>
<h1>The house band</h1>
<p>{len(reports)} songs, two takes of each. {met} of {len(judged)} goals met. What no measure says, ears do:
press play, click into a picture to go there.</p>
<p class="legend">{_legend()}</p>
</header>
<main>
{_summary(reports)}
{songs}
</main>
<script>{(_HERE / "play.js").read_text("utf-8")}</script>
</html>
"""


def _legend() -> str:
    return " ".join(
        f'<span><i style="background:rgb{colour}"></i>{role}</span>'
        for role, colour in ROLES.items()
    )


def _summary(reports: list[Report]) -> str:
    """One row a song, one column a measure: of the two takes the one further off is told."""
    names = list(dict.fromkeys(measure.name for report in reports for measure in report.every))
    head = "".join(f"<th>{escape(name)}" for name in names)
    rows = "".join(_row(report, names) for report in reports)
    return f'<div class="wide"><table><thead><tr><th>song{head}</thead><tbody>{rows}</tbody></table></div>'


def _row(report: Report, names: Iterable[str]) -> str:
    piece = report.performance.piece
    cells = []
    for name in names:
        found = [measure for measure in report.every if measure.name == name]
        shown = next(
            (measure for measure in found if measure.is_met is False), found[0] if found else None
        )
        cells.append(f'<td class="{_class(shown)}">{escape(shown.value)}' if shown else "<td>")
    return f'<tr><th><a href="#{piece.slug}">{escape(piece.name)}</a>{"".join(cells)}'


def _song(report: Report, folder: Path) -> str:
    performance = report.performance
    piece, score = performance.piece, performance.takes[0].score
    facts = (score.genre, f"{score.tempo} bpm", score.key.name, f"{piece.seconds:g} s")
    chips = "".join(f"<span>{escape(fact)}</span>" for fact in facts)
    takes = "".join(
        _take(take, letter, folder) for take, letter in zip(report.takes, "AB", strict=True)
    )
    cover = performance.cover.relative_to(folder).as_posix()
    return f"""<article id="{piece.slug}">
<div class="top"><img class="cover" src="{cover}" alt="">
<div><h2>{escape(score.title)}</h2>
<p class="prompt">“{escape(piece.order.prompt)}”</p>
<p class="chips">{chips}</p>
{_measures(report.both)}</div></div>
<div class="takes">{takes}</div>
</article>"""


def _take(report: TakeReport, letter: str, folder: Path) -> str:
    take = report.take
    stem = take.path.with_suffix("")
    lanes = []
    drawn = (
        ("wave", waveform(report.sound)),
        ("spectrum", spectrogram(report.sound)),
        ("roll", roll(take.score)),
    )
    for name, image in drawn:
        path = stem.with_name(f"{stem.name}-{name}.webp")
        _save(image, path)
        lanes.append(
            f'<img class="{name}" src="{path.relative_to(folder).as_posix()}" alt="{name}" loading="lazy">'
        )
    band = ", ".join(dict.fromkeys(part.instrument for part in take.score.parts))
    return f"""<section class="take"><h3>Take {letter}</h3><p class="band">{escape(band)}</p>
<audio controls preload="metadata" src="{take.path.relative_to(folder).as_posix()}"></audio>
<div class="scene"><div class="form">{_form(take.score)}</div>{"".join(lanes)}<div class="head"></div></div>
{_tone(report)}
{_measures(report.measures)}</section>"""


def _form(score: Score) -> str:
    """The sections, as wide as they are long, as bright as they are lively."""
    return "".join(
        f'<span style="flex:{passage.length};opacity:{0.45 + 0.55 * passage.energy:.2f}" '
        f'title="{escape(passage.label)}">{escape(passage.label)}</span>'
        for passage in score.passages
    )


def _measures(measures: Iterable[Measure]) -> str:
    items = "".join(
        f'<li class="{_class(measure)}"><b>{escape(measure.name)}</b>'
        f"<span>{escape(measure.value)}</span><small>{escape(measure.goal)}</small></li>"
        for measure in measures
    )
    return f'<ul class="measures">{items}</ul>'


def _tone(report: TakeReport) -> str:
    """A drawing of how loud each octave is (line) and how loud its genre's records are (band)."""
    step, wanted = 100 / (len(OCTAVES) - 1), curve_of(report.take.score)
    places = [round(step * number, 1) for number in range(len(OCTAVES))]
    heights = [(wanted + 5, 1), (wanted - 5, -1), (octaves(report.sound), 1)]
    high, low, line = (
        [f"{x},{20 - level:.1f}" for x, level in zip(places, levels, strict=True)][::turn]
        for levels, turn in heights
    )
    return (
        '<svg class="tone" viewBox="0 0 100 44" preserveAspectRatio="none" role="img">'
        "<title>Octaves from 63 Hz to 8 kHz: this take on the band that its genre leaves it</title>"
        f'<polygon points="{" ".join([*high, *low])}"/><polyline points="{" ".join(line)}"/></svg>'
    )


def _class(measure: Measure) -> str:
    return {True: "met", False: "missed", None: "told"}[measure.is_met]


def _save(image: Image.Image, path: Path) -> None:
    image.save(path, "WEBP", quality=82, method=4)
