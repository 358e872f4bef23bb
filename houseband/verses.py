"""Words of the band's own, for songs that were ordered without any.

Each song tells of its topic in the title line; the rest is written to fit any topic of that mood.
"""

from houseband.dice import Dice
from houseband.lyrics import Stanza, line_from

__all__ = ["lyrics_for"]


def lyrics_for(*, title: str, valence: float, birthday: bool, seed: int) -> tuple[Stanza, ...]:
    """Write two verses, a chorus that sings the title, and a bridge."""
    mood = (
        "birthday"
        if birthday
        else "glad"
        if valence > 0.15
        else "sad"
        if valence < -0.15
        else "calm"
    )
    dice = Dice(seed, "lyrics")
    verses = dice.shuffled(_VERSES[mood])
    chorus = dice.pick(_CHORUSES[mood]).replace("{title}", title)
    bridge = dice.pick(_BRIDGES[mood])
    return (
        _stanza("verse", "Verse 1", verses[0]),
        _stanza("chorus", "Chorus", chorus),
        _stanza("verse", "Verse 2", verses[1]),
        _stanza("bridge", "Bridge", bridge),
    )


def _stanza(kind: str, label: str, text: str) -> Stanza:
    return Stanza(
        kind=kind, label=label, lines=tuple(line_from(line) for line in text.split(" / "))
    )


_VERSES = {
    "glad": (
        "Morning taps the window glass / Coffee on and shoes untied / Every minute that we pass / Opens like a door "
        "outside",
        "I was counting all my change / You were counting all the stars / Funny how the small and strange / Turn out "
        "to be truly ours",
        "There's a radio next door / Playing something that we know / Sweep the worry off the floor / Get your coat and "
        "let us go",
        "We have been the last to leave / We have been the first to sing / Something tucked inside my sleeve / Wants to "
        "open like a wing",
        "Paint the corner of the street / Any colour that you like / Hear the summer keep the beat / On the back wheel "
        "of a bike",
    ),
    "sad": (
        "Half a cup is growing cold / On the table where you read / There's a letter that I fold / Over words I never "
        "said",
        "All the clocks are running slow / Since the autumn closed the door / And the only song I know / Isn't yours "
        "and mine any more",
        "There's a light across the bay / Going out and coming on / I have learned to look away / Just before the light "
        "is gone",
        "I kept your name in the phone / And your key upon the nail / Rain is writing on the stone / Like a finger "
        "reading braille",
    ),
    "calm": (
        "Slow the river, slow the sky / Slow the hand upon the gate / All the hours that hurry by / Find a quiet place "
        "to wait",
        "Leave the lantern on the sill / Let the evening settle in / When the trees are standing still / That is where "
        "the words begin",
        "I have walked the longer way / Just to hear the gravel speak / There was nothing much to say / And it lasted "
        "all the week",
        "Every window holds a star / Every pocket holds a stone / We are farther than we are / When we try to be "
        "alone",
    ),
    "birthday": (
        "Somebody is turning round / Somebody has baked a cake / Balloons are bumping off the ground / And everyone is "
        "wide awake",
        "Another year, another line / On the wall beside the door / You were fine at yesterday's time / Today you shine "
        "a little more",
        "Gather up the folding chairs / Hide the present, hide the bow / There is laughter on the stairs / Everybody, "
        "here we go",
    ),
}
_CHORUSES = {
    "glad": (
        "{title} / Sing it till the day is gone / {title} / Hold it high and hand it on",
        "Oh, it's {title} / Louder than the city sound / Oh, it's {title} / Feet are hardly on the ground",
        "{title}, all day long / {title}, in every song / Take it with you when you go / {title}, now you know",
    ),
    "sad": (
        "{title} / I still hear it in the rain / {title} / Calling like a midnight train",
        "And it's {title} / Only an echo now / And it's {title} / I'll carry it somehow",
        "Oh, {title} / Stay until the lights are low / Oh, {title} / I don't know how to let it go",
    ),
    "calm": (
        "{title} / Drifting in and drifting by / {title} / Underneath an open sky",
        "It's only {title} / Breathing in and breathing out / It's only {title} / What the quiet is about",
        "{title}, come near / {title}, I'm here / Let the evening draw the line / {title}, yours and mine",
    ),
    "birthday": (
        "{title} / Make a wish and blow it out / {title} / That is what we sing about",
        "Hey, {title} / Clap your hands and raise the glass / Hey, {title} / Let the candles burn to last",
        "{title}, today / {title}, hooray / One more candle, one more cheer / {title}, another year",
    ),
}
_BRIDGES = {
    "glad": (
        "Nothing to prove, nowhere to be / Only the sky and you and me",
        "If the lights go down tonight / We will be our own light",
    ),
    "sad": (
        "If I could turn the page again / I'd read it slower then",
        "Nothing stays and nothing goes / Only where, nobody knows",
    ),
    "calm": (
        "Let it be, let it be small / Let the silence hold it all",
        "And the dark is only blue / When I look at it with you",
    ),
    "birthday": (
        "Count to three and hold your breath / One more wish and nothing left",
        "Younger than you'll ever be / Sing it with us, one two three",
    ),
}
