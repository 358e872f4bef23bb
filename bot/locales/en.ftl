# Every sentence Busker says, in English. A key's first word tells where it is used.

## The status card: what is being made

heading-song = Song: { $prompt }
heading-music = Music: { $prompt }
heading-jingle = Jingle: { $prompt }
heading-extend = A longer version of “{ $title }”
extend-family = Family: { $family }
extend-whole = By its length this is the whole song.
extend-part = By its length this is the added part alone.
heading-declined = A song that can't be made
heading-audio = A song from your audio
jingle-length = Cut to { $seconds } s; the whole takes are kept
heading-unknown = A song without a title
asked-by = Asked for by { $who }
player-soundverse = Played by Soundverse
player-houseband = Played by the house band
artist-soundverse = Soundverse
artist-houseband = The house band
player-not-sung = Played by the house band; the words are played, not sung

## The status card: how far it is

stage-reserved = Taking your place in the queue
stage-queued = { $ahead ->
    [0] Next in line
    [one] Waiting, 1 ahead of you
   *[other] Waiting, { $ahead } ahead of you
}
stage-held = Waiting: the service takes no songs at the moment; this one keeps its place
stage-held-told = Waiting: the service takes no songs at the moment. The operator has been told; this song keeps its place
stage-restarting = Busker is being restarted; this song goes on then
stage-sent = Asking for the song
stage-accepted = Accepted
stage-composing = Composing
stage-posting = Fetching the takes
stage-slow = Slower than usual
usual-seconds = Usually { $seconds } s
usual-minutes = Usually { $minutes } min
stage-quiet = Still working
stage-done = Both takes are ready
stage-partial = One take is ready; the other one failed
stage-cancelled = Cancelled; this doesn't count
stage-cancelled-counts = Cancelled. The service can't be stopped, so this one counts
take-follows = Take { $letter } follows
take-linked = Take { $letter } is too large to post here. It is at { $url }
take-ready = Take { $letter } is done
take-facts = Take { $letter }: { $length }
take-facts-bpm = Take { $letter }: { $length }, { $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = The service makes no song of this.
why-hint = Some words aren't allowed there, nor are names of artists. Say it in another way, or describe the sound.
doesnt-count = This doesn't count.
failure-refused = The service refused this request.
failure-bad-call = The service didn't understand this request.
failure-declined = The service declined the words. Try other ones.
failure-file-refused = The service couldn't use the audio.
failure-file-refused-houseband = The house band can't listen to audio: it makes songs from words, and goes on only from takes of its own.
failure-file-not-https = The audio's address must begin with https://.
failure-file-not-public = The audio's address leads into a private network, where the service can't fetch it.
failure-file-unreachable = The audio's address doesn't answer with a file.
failure-file-too-large = The audio is larger than 10 MB.
failure-file-not-audio = What lies at the audio's address is no audio.
failure-input-gone = The attached audio can't be fetched any more. Ask again, and attach it once more.
failure-key-rejected = The service doesn't accept this bot's key. Whoever runs the bot has to mend it.
failure-out-of-credit = This bot's account with the service has no credit left.
failure-busy = The service has too much to do. Try again in a few minutes.
failure-unavailable = The service has a problem at the moment. Try again later.
failure-connection-lost = The connection to the service was lost.
failure-overdue = The service took too long. If the song comes after all, it is kept for you: /library
failure-take-failed = The service accepted the song and then failed to make it.
failure-misshapen = The service sent an answer that can't be understood.
failure-soundverse-error = The service failed.
failure-source-lost = The take to go on from can't be fetched any more.
failure-file-lost = The song was made, but its files couldn't be fetched.
failure-interrupted = Busker was restarted at a bad moment, so this song was interrupted.
failure-restored = Busker had to go back to a copy of its data, in which this song hadn't ended yet.
failure-unshowable = This song couldn't be shown here, so it wasn't asked for.
failure-unstarted = This song waited for two hours without a turn.
failure-no-files = The song was made, but its files couldn't be fetched. If they can be later, they are kept for you.
failure-undelivered = It couldn't be posted here; it is kept for you: /library
failure-sent-direct = It couldn't be posted here, so it was sent to you alone.
failure-too-large = It is too large to post here; it is kept for you: /library
failure-linked = It is too large to post here; there is a link to it instead.
failure-uncut = It couldn't be cut to length; this is the whole take.
failure-defect = Something went wrong on our side.

## What is left

left-none = No songs left { $window }
left-some = { $left } of { $most } songs left { $window }
left-any = { $used ->
    [one] No limit here; 1 song { $window }
   *[other] No limit here; { $used } songs { $window }
}
window-hour = this hour
window-day = today
window-week = this week
window-month = this month
quota-title = Your songs
quota-used = { $used ->
    [one] 1 song asked for { $window }
   *[other] { $used } songs asked for { $window }
}
quota-title-other = The songs of { $who }
rule-of-person = By a personal rule: { $rule }
rule-of-role = By the rule for the role: { $rule }
rule-of-everyone = By the rule for everybody here: { $rule }
rule-of-default = By the default rule: { $rule }
songs-a-window = { $most ->
    [0] no songs
    [one] 1 song a { $unit }
   *[other] { $most } songs a { $unit }
}
quota-granted = { $songs ->
    [one] And 1 song granted on top
   *[other] And { $songs } songs granted on top
}
quota-granted-until = { $songs ->
    [one] And 1 song granted on top; that ends { $when }
   *[other] And { $songs } songs granted on top; that ends { $when }
}
quota-blocked = Blocked: no songs can be asked for
quota-blocked-until = Blocked: no songs can be asked for. That ends { $when }
quota-budget = The budget of this Busker: { $used } of { $most } { $window }, anew { $when }
quota-server = Everybody here together: { $used } of { $most } { $window }, anew { $when }
quota-no-rule = No rule limits you here
quota-resets = Starts anew { $when }
unit-hour = hour
unit-day = day
unit-week = week
unit-month = month
time-hours = { $hours } h { $minutes } min
time-minutes = { $minutes } min
time-days = { $days ->
    [one] 1 day
   *[other] { $days } days
}
time-in-hours = in { $hours } h { $minutes } min
time-in-minutes = in { $minutes } min
time-in-days = { $days ->
    [one] in 1 day
   *[other] in { $days } days
}

## Answers

late-takes = “{ $title }” came after all. It is kept for you: /library. It doesn't count.
cancel-done-title = Cancelled
cancel-done = “{ $title }” doesn't count.
cancel-counts = The service can't be stopped; “{ $title }” counts.
button-cancel = Cancel
button-why = Why?
button-go = Go
button-send-directly = Send it to me directly
button-edit = Edit

private-title = Just for you
private-comes = It comes to your direct messages, and only you see it.

review-title = Shall it go like this?
review-prompt = About: { $prompt }
review-lyrics = Lyrics:
review-no-lyrics = The service writes the lyrics.
review-reference-url = In the style of { $url }
review-backing-url = Sung to { $url }
review-vocals-url = With the vocals at { $url }
review-melody-url = To the melody at { $url }
review-private = Only you will see it.
review-dropped = Nothing was asked for.
review-sent-title = Asked for
review-sent = Its card is on the way.

help-title = What you can ask for
help-make = Music
help-more = Your songs and more
help-admins = For admins
help-menus = In the menu of a message
help-line = { $example } · { $what }
help-options = { "    " }with { $options }
help-operator = For the operator, also with { $options }
example-song = /song a birthday song for Ana
example-music = /music lo-fi rain
example-jingle = /jingle our Monday meeting
example-library = /library rain
example-prompt = a birthday song for Ana
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }, take { $letter }, { $age }
track-this = { $title }, take { $letter }
ago-minutes = { $minutes ->
    [0] just now
   *[other] { $minutes } min ago
}
ago-hours = { $hours } h ago
ago-days = { $days ->
    [one] 1 day ago
   *[other] { $days } days ago
}
## The library, and what is done with finished songs

button-extend = Extend { $letter }
button-again = Again
button-remix = Remix
button-favourite = ♥ { $letter }
button-unlike = No ♥ for { $letter }
button-lyrics = Lyrics
button-delete = Delete
button-keep = Keep
button-open = Open
button-show = Show again
button-previous = Previous
button-next = Next
button-back = Back
library-title = Your songs
library-favourites = Your favourites
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = kept late
library-gone = files gone
library-private = private
library-search = With “{ $search }” in the title or the words
library-empty = There is no finished song of yours yet. Ask for one with /song.
library-no-favourites = You have no favourites yet. Press ♥ under a song, and it is kept longest.
library-not-found = Nothing here has “{ $search }” in its title, its prompt or its words.
favourite-now = Take { $letter } of “{ $title }” is one of your favourites now: /library favourites.
favourite-no-more = Take { $letter } of “{ $title }” is no longer one of your favourites.
lyrics-title = The words of “{ $title }”
lyrics-take = Take { $letter }
lyrics-none = It is an instrumental; nothing is sung.
lyrics-unknown = The words aren't known, or no longer kept.
lyrics-long = They are long, so they are in the file.
panel-in-file = It is too long to be shown here; all of it is in the file.
remix-forgotten = What this song was asked for by isn't kept any more; write it anew
show-done = Posted here again.
show-done-alone = It is private, so it was sent to you alone.
delete-title = Delete “{ $title }”?
delete-what = Its messages, files and words go, and nobody can bring them back. What it counted stays.
delete-done-title = “{ $title }” is deleted
delete-done = Its messages, files and words are gone. What it counted stays.
delete-messages-stay = Its files and words are gone. A message couldn't be taken away; please remove it by hand.

## For admins: what they set, and what holds now

admin-done = Done
admin-more = … and { $more } more
until-ever = for good
until-moment = until { $moment }
rule-set-person = { $who } may ask for { $songs } here.
rule-set-role = Each person with the role { $who } may ask for { $songs } here.
rule-set-everyone = Each person may ask for { $songs } here.
rule-set-server = All people here together may ask for { $songs }.
rule-cleared-person = { $who } has no personal rule and no granted songs here any more.
rule-cleared-role = The role { $who } has no rule here any more.
rule-cleared-everyone = There is no rule for each person here any more.
rule-cleared-server = There is no rule for all people here together any more.
rule-cleared-else = For each of them now holds their own rule, that of another role, that for everybody here or the default.
admin-granted = { $who } may ask for { $songs ->
    [one] 1 more song
   *[other] { $songs } more songs
} whenever their rule begins anew, { $until }.
admin-reset = The rule of { $who } begins anew: what they have asked for so far doesn't count against it.
admin-blocked = { $who } is blocked here { $until }. Songs that are on their way go on.
admin-unblocked = { $who } may ask for songs here again.
admin-not-blocked = { $who } isn't blocked here.
admin-zone = Days begin at midnight in { $zone } now; there it is { $time }.
admin-paused = Paused: nobody can ask for songs on this server until an admin resumes it. Songs that are on their way go on.
admin-paused-all = Paused: nobody can ask for songs anywhere until you resume it. Songs that are on their way go on.
admin-resumed = Songs can be asked for on this server again.
admin-resumed-all = Songs can be asked for again, wherever a server's own admins haven't paused it.
admin-still-paused = This server isn't paused any more, but whoever runs Busker has paused it everywhere.
show-title = The rules of this server
rule-default-each = Each person, by default: { $songs }
rule-default-each-none = Each person, by default: any number of songs
rule-default-together = All people together, by default: { $songs }
rule-default-together-none = All people together, by default: any number of songs
rule-shown-person = { $who }: { $songs }
rule-shown-role = Each person with the role { $who }: { $songs }
rule-shown-everyone = Each person: { $songs }
rule-shown-server = All people together: { $songs }
show-grant = { $who }: { $songs ->
    [one] 1 song
   *[other] { $songs } songs
} on top, { $until }
show-block = { $who } is blocked { $until }
show-paused = Paused: nobody can ask for songs here
show-zone = Days begin at midnight in { $zone }
channels-title = The channels of this server
channel-allowed = { $channel } is allowed.
channel-denied = { $channel } is denied: songs can't be asked for there.
channel-cleared = { $channel } is neither allowed nor denied any more.
channels-only-those = Songs can be asked for in allowed channels only.
channels-others = In every other channel songs can be asked for.
words-title = Words that can't be asked for here
words-none = There are none.
word-added = “{ $word }” can't be asked for here any more.
word-there = “{ $word }” couldn't be asked for here before, either.
word-removed = “{ $word }” can be asked for here again.
usage-title = The songs of this server
usage-title-all = The songs of all servers
usage-day = Today: { $asked } asked for, { $counted } count, { $made } made, by { $people ->
    [one] 1 person
   *[other] { $people } people
}
usage-month = This month: { $asked } asked for, { $counted } count, { $made } made, by { $people ->
    [one] 1 person
   *[other] { $people } people
}
usage-forgotten = Somebody whose data was deleted
usage-person = { $place }. { $who }: { $songs }
usage-billed = Billed, or perhaps billed: { $today } today, { $month } this month
usage-costs = That is about { $today } today and { $month } this month, at { $price } a song
jobs-title = Songs on their way
jobs-none = There are none.
job-waiting = { $id }: waiting for { $time }, for { $who }
job-working = { $id }: being made for { $time }, for { $who }
job-choice-waiting = { $id }: waiting for { $time }
job-choice-working = { $id }: being made for { $time }
job-cancelled = { $id }, for { $who }, is cancelled and doesn't count.
job-cancelled-counts = { $id }, for { $who }, is cancelled; the service can't be stopped, so it counts.
job-posting = { $id }: being posted, for { $who }
audit-title = What was changed
audit-none = Nothing yet.
audit-line = { $moment } { $who }: { $what }
audit-line-where = { $line } ({ $where })
audit-everywhere = everywhere
audit-rule-person = { $songs } for { $subject }
audit-rule-role = { $songs } for each person with the role { $subject }
audit-rule-everyone = { $songs } for each person
audit-rule-server = { $songs } for all people together
audit-clear-rule-person = no personal rule for { $subject } any more
audit-clear-rule-role = no rule for the role { $subject } any more
audit-clear-rule-everyone = no rule for each person any more
audit-clear-rule-server = no rule for all people together any more
audit-grant = { $songs ->
    [one] 1 song
   *[other] { $songs } songs
} on top for { $subject }, for good
audit-grant-until = { $songs ->
    [one] 1 song
   *[other] { $songs } songs
} on top for { $subject }, { $until }
audit-clear-grants = no granted songs for { $subject } any more
audit-reset = the rule of { $subject } begun anew
audit-block = { $subject } blocked for good
audit-block-until = { $subject } blocked { $until }
audit-unblock = { $subject } no longer blocked
audit-pause = paused
audit-resume = resumed
audit-channel-allowed = { $subject } allowed
audit-channel-denied = { $subject } denied
audit-clear-channel = { $subject } neither allowed nor denied any more
audit-word = “{ $subject }” banned
audit-clear-word = “{ $subject }” no longer banned
audit-zone = days begin at midnight in { $subject }
audit-sound = a new sound for { $subject }
audit-clear-sound = no sound for { $subject } any more
audit-cancel = song { $subject } cancelled
audit-delete = song { $subject } deleted
button-older = Older
sound-title = The sound of this channel
sound-none = None is set: jingles sound as they are asked for.
sound-style = Style: { $style }
sound-tags = Tags: { $tags }
sound-banned = Nobody can ask here for: { $banned }
hint-user = Say whom: user: …
hint-rule = Write a number and hour, day, week or month: 5/day
hint-songs = Say how many: songs: 3
hint-word = Say which: word: …
hint-server = Say which of that platform's servers: server: …

## What is kept about people

notice-soundverse = This is your first song here, so this once: what you write for it (and addresses of audio) goes to Soundverse, which makes the music; who you are doesn't.
notice-houseband = This is your first song here, so this once: what you write for it stays on the machine that Busker runs on; the house band makes the music there.
notice-kept = Busker keeps it with the song for { $days ->
    [one] 1 day
   *[other] { $days } days
}, and who asked for it for 13 months.
notice-yours = /library gives you all that is kept about you, or deletes it.
button-export = Export my data
button-forget = Delete my data
button-forget-yes = Delete all of it
export-title = Your data
export-made = Everything that is kept about you, with { $songs ->
    [one] 1 song
   *[other] { $songs } songs
}, is in the file.
export-left-out = { $takes ->
    [one] 1 take didn't fit into it; Show again in /library hands it over.
   *[other] { $takes } takes didn't fit into it; Show again in /library hands them over.
}
export-readme = This is everything that Busker keeps about you. data.json has it as text, with times in UTC; the folder songs has your takes. Takes that didn't fit are listed under left_out: Show again in /library hands them over.
forget-title = Delete everything that is kept about you?
forget-goes = What you wrote, the titles, words and files of your songs, your favourites and what waits for your Go are deleted for good. Songs on their way are cancelled first.
forget-messages = Messages that were posted stay; delete those songs one by one in /library before. What admins have set for you (limits, extra songs, blocks) stays theirs.
forget-counts = That you asked for so many songs counts on without your name, for { $days } days, and then that goes too.
forget-elsewhere = What Soundverse was sent is deleted by Soundverse alone.
forgotten-title = Deleted
forgotten = { $songs ->
    [0] There were no songs of yours.
    [one] 1 song was yours; nothing of it is kept.
   *[other] { $songs } songs were yours; nothing of them is kept.
}

## Refusals: nothing was spent

refused-title = Not done
refusal = That can't be done.
refusal-unknown-command = There is no /{ $name }. You can ask for { $known }.
refusal-over-quota-person = { $most ->
    [0] By the rule that holds for you, no songs can be asked for here.
   *[other] Your limit of { $most } a { $unit } is reached. It starts anew { $when }.
}
refusal-over-quota-server = { $most ->
    [0] By the rule of this server, no songs can be asked for here.
   *[other] Server limit { $most } a { $unit } reached. Resets { $when }.
}
refusal-over-quota-server-own = { $most ->
    [0] By the rule of this server, no songs can be asked for here.
   *[other] Server limit { $most } a { $unit } reached (you have { $left } of { $own } left). Resets { $when }.
}
refusal-over-quota-budget = Busker has made all the songs it may for now. It starts anew { $when }.
refusal-over-quota-tries = { $most ->
    [one] 1 try
   *[other] { $most } tries
} failed { $window }; take a rest. You can ask again { $when }.
refusal-over-quota-declines = The service declined the words of { $most ->
    [one] 1 song
   *[other] { $most } songs
} { $window }; take a rest. You can ask again { $when }.
refusal-too-many-running = { $most ->
    [one] You have 1 song on its way; wait until it is done.
   *[other] You have { $most } songs on their way; wait until one is done.
}
refusal-blocked = You can't ask for songs here: an admin has blocked you.
refusal-blocked-until = You can't ask for songs here: an admin has blocked you. That ends { $when }.
refusal-paused = Busker is paused: no songs can be asked for until an admin ends that.
refusal-no-room = Busker has no room left to keep a song, so it wasn't asked for. Whoever runs Busker has to make room.
refusal-restarting = Busker is being restarted, so nothing was asked for and nothing has changed. Please try again in a minute.
refusal-not-allowed-here = A song can't be posted here: Busker may not write or upload in this place.
refusal-not-allowed-here-missing = A song can't be posted here. Busker lacks: { $missing }. Whoever manages this place can allow it.
refusal-no-direct-messages = Busker can't write to you alone. Allow direct messages from this server, or ask without private.
refusal-server-closed = Busker isn't open to this server. Whoever runs Busker decides which servers it is open to.
refusal-direct-closed = Busker makes songs only on servers that have added it. Ask on one of those.
refusal-guests-closed = Here Busker makes songs only for members of this workspace, not for guests or people of other organisations.
refusal-channel-closed = The admins of this server want songs to be asked for in other channels.
refusal-word-banned = “{ $word }” can't be asked for here. Try it in other words.
refusal-not-permitted-moderate = Only moderators of this server can do that.
refusal-not-permitted-set-channels = Only those who manage this channel can do that.
refusal-not-permitted-administer = Only admins of this server can do that.
refusal-not-permitted-operate = Only whoever runs Busker can do that.
refusal-not-posted = It couldn't be posted here. It is kept; try again, or somewhere else.
refusal-on-its-way = That song is still on its way. Cancel it first, or wait until it is done.
refusal-not-yours = That one belongs to somebody else.
defect = Something went wrong on our side; nothing was spent. Please try again.
option-missing = { $option } is missing. { $hint }
option-too-long = { $option } is too long: { $length } characters, at most { $most } are possible.
option-too-large = What was attached as { $option } is larger than 10 MB.
option-twice = { $option } was given twice: attached, and as an address. Say one of them.
option-unknown = /{ $command } has no option “{ $option }”. It knows { $known }.
option-nameless = /{ $command } doesn't know what “{ $given }” is. Write one of these before it, with a colon: { $known }.
option-unwanted = /{ $command } takes nothing more.
option-elsewhere = That take lies with another house band, which can't be asked from here.
option-not-url = { $option } must be an address that begins with https://.
option-not-switch = { $option } is on or off, and “{ $given }” is neither.
option-not-person = { $option } is a person, and “{ $given }” names nobody. Write @ and pick the name that is suggested.
option-not-channel = { $option } is a channel, and “{ $given }” names none. Write # and pick the name that is suggested.
option-no-roles = There are no roles in Slack. Say it for a person or for all people together.
option-not-seconds = “{ $given }” is no length. Write seconds, such as 15.
option-off-sound = “{ $word }” isn't wanted in this channel's jingles. Ask for another one.
option-not-time = “{ $given }” is no time. Write seconds or m:ss, such as 45 or 1:30.
option-no-platform = There is no platform “{ $given }”. There are { $known }.
option-not-rule = “{ $given }” is no rule. Write a number and hour, day, week or month: 5/day
option-not-until = “{ $given }” is no end. Write a time such as 12h, 7d or 2w, or a date such as 2026-12-31.
option-past = “{ $given }” is over already.
option-one-of = { $option } and { $others } can't be said together.
option-no-word = “{ $given }” has no letter or digit in it.
option-too-many = There are { $most } words already; remove some first.
option-not-zone = “{ $given }” is no time zone. Write one such as Europe/Berlin.
option-out-of-range = { $option } must lie between { $least } and { $most }.
option-too-short = That take is shorter than 8 seconds, too short to be made longer.
option-invalid = { $option } can't be used like this.
nothing-track = There is no finished song of yours { $name ->
    [none] yet. Ask for one first
   *[other] called “{ $name }”
}.
nothing-draft = That draft is no longer there. Ask for the song again.
nothing-song = That song isn't known here.
nothing-take = That take isn't kept any more.
nothing-take-yet = That song has no take yet. Wait until it is done.
nothing-audio = In that message there is no song of Busker's and no mp3 or wav file.
nothing-slack-audio = Files on Slack can't be used: only Slack itself can open them. Put the audio where an https address leads to it, and post that.
nothing-source = The take that song went on from isn't kept any more.
nothing-files = The files of that song aren't kept any more.
nothing-deleted = That song was deleted.
nothing-button = That button no longer does anything.
nothing-running = There is nothing of yours to cancel.
nothing-job-here = No song called { $name } is on its way on this server.
nothing-word = “{ $name }” isn't among the words that can't be asked for here.
nothing-job = There is no song of yours called “{ $name }” on its way.

## The catalogue: what can be asked

command-song = A song with vocals
command-song-prompt = What it is to be about, and how it is to sound
command-song-lyrics = Your own words
command-song-reference = Audio whose style to follow: an mp3 or wav of 10 MB at most
command-song-reference-url = https address of audio whose style to follow
command-song-backing = An instrumental to sing to: an mp3 or wav of 10 MB at most
command-song-backing-url = https address of an instrumental to sing to
command-song-vocals = Vocals to build on: an mp3 or wav of 10 MB at most
command-song-vocals-url = https address of vocals to build on
command-song-melody = A melody to follow: an mp3 or wav of 10 MB at most
command-song-melody-url = https address of a melody to follow
command-song-private = on: it comes to your direct messages
command-song-review = on: have a look before it is asked for
command-song-draft = The draft that this belongs to
command-music = An instrumental
command-music-prompt = How it is to sound
command-music-style = A style, such as jazz
command-music-private = on: it comes to your direct messages
command-jingle = A short instrumental in the sound of this channel
command-jingle-prompt = What it is for, and how it is to sound
command-jingle-length = How long: 5 to 60 seconds; 15 if you don't say
command-jingle-private = on: it comes to your direct messages
command-extend = A longer version of one of your takes
command-extend-track = Which take; your newest if you don't say
command-extend-at = From where: seconds or m:ss; the end if you don't say
command-extend-lyrics = Words for the new part
command-extend-prompt = How it is to go on
command-library = Your finished songs
command-library-search = Text in the title, the prompt, the style or the words
command-library-favourites = Only those with ♥, also of others
command-quota = What you have left
command-busker-help = What you can ask for
command-quota-user = Whose; for moderators
command-jingle-sound-set = How the jingles of this channel sound
command-jingle-sound-set-style = A style, such as ska
command-jingle-sound-set-tags = More about it, with commas between: brass, cheerful
command-jingle-sound-set-banned = Words that can't be asked for in this channel, with commas between
command-jingle-sound-show = Tell how the jingles of this channel sound
command-jingle-sound-clear = Let jingles sound as they are asked for
command-busker-admin-quota-set = Say how many songs may be asked for
command-busker-admin-quota-set-rule = How many: 5/day, or an hour, week or month
command-busker-admin-quota-clear = Take a rule away, of a person also what was granted
command-busker-admin-quota-grant = Allow a person more songs
command-busker-admin-quota-grant-songs = How many more
command-busker-admin-quota-reset = Begin a person's rule anew
command-busker-admin-quota-show = Tell the rules of this server, or what a person has left
command-busker-admin-quota-role = Which role
command-busker-admin-quota-together = on: for all people here together
command-busker-admin-block = Let a person ask for nothing
command-busker-admin-unblock = End a block
command-busker-admin-user = Which person
command-busker-admin-until = Until when: 12h, 7d, 2w or a date; else for good
command-busker-admin-channels-allow = Allow a channel; those that aren't allowed are closed then
command-busker-admin-channels-deny = Close a channel
command-busker-admin-channels-clear = Neither allow nor deny a channel
command-busker-admin-channels-list = Tell where songs can be asked for
command-busker-admin-channels-channel = Which one; this one if you don't say
command-busker-admin-words-add = Let nobody ask for a word
command-busker-admin-words-remove = Allow a word again
command-busker-admin-words-list = Tell the words that can't be asked for
command-busker-admin-words-word = A word, or several that stand in a row
command-busker-admin-timezone = Say at whose midnight days begin, or ask which
command-busker-admin-timezone-zone = Such as Europe/Berlin
command-busker-admin-usage = Tell how much was asked for, and by whom
command-busker-admin-usage-csv = on: with a table of this month
command-busker-admin-jobs = Tell what is on its way, or cancel it
command-busker-admin-jobs-cancel = Which song to cancel
command-busker-admin-pause = Let nobody ask for songs
command-busker-admin-resume = End a pause
command-busker-admin-audit = Tell what was changed
command-busker-admin-audit-before = Before which change
command-busker-admin-server = For the operator: another server
command-busker-admin-platform = For the operator: another platform
command-busker-admin-everywhere = For the operator: on all servers
command-cancel = Stop waiting for a song
command-cancel-job = Which song; your newest if you don't say
menu-extend = Extend this track
menu-song = Make a song from this message
command-menu-extend = A longer version of the song or the audio in it
command-menu-song = Its words, and its audio, in the form for a song

## What commands and options are called where a platform shows it; the terminal and Slack keep these

name-song = song
name-music = music
name-jingle = jingle
name-extend = extend
name-library = library
name-quota = quota
name-busker-admin-quota = quota
name-cancel = cancel
name-busker-help = busker-help
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = set
name-show = show
name-clear = clear
name-grant = grant
name-reset = reset
name-block = block
name-unblock = unblock
name-channels = channels
name-allow = allow
name-deny = deny
name-list = list
name-words = words
name-add = add
name-remove = remove
name-timezone = timezone
name-usage = usage
name-jobs = jobs
name-pause = pause
name-resume = resume
name-audit = audit
name-prompt = prompt
name-lyrics = lyrics
name-reference = reference
name-reference-url = reference-url
name-backing = backing
name-backing-url = backing-url
name-vocals = vocals
name-vocals-url = vocals-url
name-melody = melody
name-melody-url = melody-url
name-private = private
name-review = review
name-style = style
name-length = length
name-track = track
name-at = at
name-search = search
name-favourites = favourites
name-user = user
name-job = job
name-tags = tags
name-banned = banned
name-rule = rule
name-role = role
name-together = together
name-songs = songs
name-until = until
name-channel = channel
name-word = word
name-zone = zone
name-csv = csv
name-server = server
name-platform = platform
name-everywhere = everywhere

## Forms: labels of at most 45 characters

form-song = A song
form-music = An instrumental
form-jingle = A jingle
form-extend = A longer version
form-extend-this = A longer version
form-again = Again
form-edit = Edit
form-remix = Remix
extend-lyrics-hint = The words of this song aren't known: write those of the new part
extend-audio-at-hint = Seconds or m:ss from its start, such as 1:30
extend-audio-lyrics-hint = Words for the new part; [Instrumental] for none
field-prompt = What it is to be like
field-prompt-hint = A birthday song for Ana, warm and slow
field-prompt-hint-music = Lo-fi rain, slow and mellow
field-prompt-hint-jingle = Our Monday meeting, bright and short
field-prompt-hint-extend = How it is to go on
field-lyrics = Lyrics
field-lyrics-hint = Leave it empty, and the service writes them
field-lyrics-hint-extend = Words for the new part
field-style = Style
field-style-hint = Such as jazz or lo-fi
field-length = Length in seconds
field-length-hint = 5 to 60
field-reference-url = Audio whose style to follow
field-reference-url-hint = An address that begins with https://
field-track = Which take
field-track-hint = The one to go on from
field-at = From where
field-at-hint = Seconds or m:ss; empty means its end
field-audio-url = Audio to go on from
field-audio-url-hint = An address that begins with https://

## The terminal

console-title = Busker
console-welcome = Ask for a song: /song a birthday song for Ana
console-hints = /help lists what can be asked, /quit leaves
console-as = You play { $name }
console-goes-on = Going on with what was unfinished
console-unfinished = What is unfinished goes on when you start Busker again
console-files = The files are in { $folder }
console-kept = Saved as { $file }
console-not-kept = It couldn't be saved in { $folder }: { $why }
console-more = { $count ->
    [one] ♪ and 1 more
   *[other] ♪ and { $count } more
}
console-private = Only you see this
console-private-other = Only { $name } sees this
console-elsewhere = In { $channel }
console-operator = In the operator's channel
console-no-number = No button has the number { $number }.
console-form-typed = Enter goes on to the next one, or Esc and then Enter where there may be several lines. Ctrl-C leaves the form
console-form-scripted = One line for each; an empty one keeps what stands there
console-form-several-lines = Enter begins a new line; Esc and then Enter goes on
console-form-left = The form was left; nothing was asked for.
console-form-again = Fill in again
console-form-missing = This one is needed.
console-form-choose = Write a number from 1 to { $most }.
console-form-too-long = Too long: { $length } characters, at most { $most } are possible.

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = Busker needs you
alarm-noticed = Noticed at { $time }
alarm-budget = The budget of { $most } a { $unit } is used to { $percent } %: { $used } songs. It starts anew { $when }.
alarm-budget-used-up = The budget of { $most } a { $unit } is used up, so no songs can be asked for. It starts anew { $when }.
alarm-budget-cost = That is about { $cost } at { $price } a song.
alarm-key-rejected = The service doesn't accept the key, so all songs wait. Put the right one into SOUNDVERSE_API_KEY (the house band's: HOUSEBAND_KEY) and start Busker again.
alarm-key-elsewhere = The service doesn't accept the key, so all songs wait. The key seems to belong to { $host }: check SOUNDVERSE_BASE_URL.
alarm-out-of-credit = The account with the service has no credit left, so all songs wait. They go on by themselves once there is some.
alarm-unreachable = The service has taken no song for { $minutes } minutes: { $error }. Songs wait or fail, and none of them counts.
alarm-disk-low = Only { $free } MiB are free where songs are kept. Below { $least } MiB no more songs are taken.
alarm-disk-full = Only { $free } MiB are free where songs are kept, so no more songs are taken. Make room, or lower BUSKER_ARCHIVE_GIB.
alarm-backup-failed = There is no backup of today. { $why }
alarm-late-takes = A song came after it had been given up: { $job }. It is kept, and changes no quota.

## The operator's terminal: starting

database-in-use = Another Busker is using { $database }. Stop it first.
database-too-new = { $database } was made by a later version of Busker. Upgrade this one.
database-damaged = { $database } is damaged: { $why }.
database-way-back = The newest copy is { $copy }; docs/operate.md says how to go back to it.
database-locked = { $database } is locked by another program. Close that first.
database-closed = { $database } can't be written: { $why }. Let the user who runs Busker write the file and its folder.
database-full = { $database } can't be opened, since the disk is full. Make room first.
database-failed = { $database } can't be opened: { $why }.
http-taken = BUSKER_HTTP: nothing can be answered at { $address }: { $why }.

## The operator's terminal: busker run

run-no-token = Set DISCORD_TOKEN, or SLACK_BOT_TOKEN with SLACK_APP_TOKEN: nothing else tells busker run where to serve. In the terminal it plays without one: busker try
run-no-player = Say who makes the music: set SOUNDVERSE_API_KEY, or BUSKER_COMPOSER=houseband for the local one.
run-stopped = Busker had to stop; its log says why. Start it again, and it goes on.
slack-no-bot-token = Slack: SLACK_BOT_TOKEN is not set.
slack-no-bot-token-mend = Set it to the app's Bot User OAuth Token (xoxb-); docs/slack.md has every step.
slack-no-door = Slack: SLACK_BOT_TOKEN is set, but neither SLACK_APP_TOKEN nor SLACK_SIGNING_SECRET.
slack-no-door-mend = Set SLACK_APP_TOKEN (xapp-) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP mode.
slack-no-listener = Slack: HTTP mode needs an address where Busker listens, and BUSKER_HTTP is not set.
slack-no-listener-mend = Set BUSKER_HTTP to host:port, or SLACK_APP_TOKEN (xapp-) for Socket Mode.
slack-token = Slack: { $setting } isn't accepted.
slack-token-mend = Copy it anew from the app's page at https://api.slack.com/apps: the bot's token begins with xoxb-, the app's with xapp-.
slack-app-scope = Slack: SLACK_APP_TOKEN doesn't allow Busker to connect.
slack-app-scope-mend = On the app's page, under Basic Information, App-Level Tokens, make a new one with the scope connections:write.
slack-scopes = Slack: the bot's token doesn't allow what Busker needs: { $scopes }.
slack-scopes-mend = Give the app its manifest again (busker manifest slack prints it), then install it to the workspace once more.
slack-refuses = Slack: it doesn't say who the bot is: { $why }.
slack-unwell = Slack: { $host } answers with status { $status }.
slack-unwell-mend = Wait a while and try again; https://slack-status.com tells of Slack's own troubles.
slack-away = Slack: { $host } can't be reached: { $why }.
slack-slow = Slack: { $host } didn't answer within { $seconds } s.
slack-away-mend = Check the network of this machine, and SLACK_API_BASE if it is set.
slack-unlike = Slack: what answers at { $base } isn't Slack's API.
slack-unlike-mend = Mend SLACK_API_BASE, which ends in /api/, or leave it empty.
manifest-description = Turns words into songs: type /song, and a minute later there are a cover and two versions to play.
manifest-long-description = Busker makes songs where people talk. Type /song and what it is to be about: a status card appears, changes as the song is made, and ends with the cover and both versions, ready to play, to extend, to try again. /music makes instrumentals, /jingle short ones in the sound of a channel. How many songs each person may ask for is up to the admins of this workspace. It runs on a machine of your own.
manifest-menu-song = Make a song from this
manifest-menu-extend = Extend this track
manifest-jingle-sound = How the jingles of this channel sound
manifest-busker-admin = Who may ask for how many songs, and where; usage, jobs, pause, audit
manifest-busker = Every command of Busker by one name
manifest-busker-usage = song a sea shanty | quota | help
manifest-prefix-odd = “{ $prefix }” can't stand before a command: use small letters a to z, digits, - and _.
manifest-prefix-long = { $command } would be too long: Slack takes { $most } characters. Use a shorter prefix.
manifest-address-odd = “{ $address }” is no address that Slack can post to: write it with https:// and a host, such as https://songs.example.
discord-token-refused = Discord doesn't accept DISCORD_TOKEN. Copy the bot's token anew from the developer portal.
discord-unreachable = Discord can't be reached: { $why }. Check the network, then start Busker again.
discord-unwell = Discord answers with status { $status }, so nothing can begin there. Wait a while, and see what busker doctor says.
discord-connections-used-up = Discord allows no more connections for now: all { $total } of the day are used up. It allows new ones in { $time }.
discord-form-too-late = That took too long, so the form can't be shown any more. Please ask once more.
slack-revoked = Slack has taken Busker's access away: its token was revoked, or the app was removed from the workspace. Install the app again, and set SLACK_BOT_TOKEN anew.
slack-who = Slack doesn't say at the moment who you are. Please ask once more.
slack-form-title = The form is ready
slack-form-line = Slack lets it open only when you press the button.
slack-form-open = Open the form
slack-form-send = Send
slack-form-close = Close
slack-pick = What is to be done
slack-files-sent = The files are in our direct messages.
slack-files-lost = The files couldn't be sent to you. Please ask once more.
slack-home-running = On its way
permission-manage-threads = Manage Threads (this thread is locked)
permission-connect = Connect
permission-private-thread = a place in this private thread (mention Busker in it once)
permission-membership = a place in this channel (invite it once: /invite and its name)

## The operator's terminal: busker backup

backup-made = Copied { $database } to { $file }: { $size }, checked and whole.
backup-missing = There is no database at { $database } yet, so there is nothing to copy.
backup-exists = { $file } is there already. Name a file that isn't.
backup-no-folder = There is no folder { $folder }. Make it first.
backup-not-writable = Nothing can be written in { $folder }: { $why }.
backup-full = The disk of { $folder } is full. Nothing was kept of the copy.
backup-corrupt = { $database } is damaged, so no copy was kept: { $why }. Go back to an earlier copy.
backup-failed = { $database } couldn't be copied: { $why }.

## The operator's terminal: busker doctor

doctor-ok = ok
doctor-note = note
doctor-wrong = wrong
doctor-well = Nothing is wrong.
doctor-unwell = Something is wrong; the lines below each “wrong” say what helps.
doctor-settings = Settings: all can be used.
doctor-settings-mend = Correct it in the environment or in .env; the rest is checked after that.
doctor-versions = Python { $python }, SQLite { $sqlite }.
doctor-sqlite-old = SQLite { $version } is too old; { $least } is the least.
doctor-sqlite-mend = Install a newer Python, which brings a newer SQLite.
doctor-zone = Days begin at midnight in { $zone }.
doctor-data = Data
doctor-songs = Songs
doctor-folder = { $name }: { $folder } can be written.
doctor-folder-new = { $name }: { $folder } isn't there yet; Busker makes it.
doctor-folder-closed = { $name }: { $folder } can't be written: { $why }.
doctor-folder-mend = Let the user who runs Busker write in { $folder }.
doctor-disk = Disk: { $free } GiB free.
doctor-disk-small = Disk: { $free } GiB free, less than the { $most } GiB that BUSKER_ARCHIVE_GIB lets songs take.
doctor-disk-full = Disk: only { $free } GiB free.
doctor-disk-mend = Make room, or move BUSKER_DATA_DIR to another disk.
doctor-database = Database: { $database } is whole; version { $version }, journal { $journal }, { $songs ->
    [one] 1 song
   *[other] { $songs } songs
}.
doctor-database-new = Database: { $database } isn't there yet; Busker makes it.
doctor-database-older = Database: { $database } has version { $version }; the next start brings it up to date. Make a backup first.
doctor-database-later = Database: { $database } has version { $version }, made by a later Busker.
doctor-database-upgrade = Upgrade this Busker, or go back to a copy from before.
doctor-database-corrupt = Database: { $database } is damaged: { $why }.
doctor-database-restore = Stop Busker and go back to the last good copy; docs/operate.md says how.
doctor-database-closed = Database: { $database } can't be read: { $why }.
doctor-database-permit = Let the user who runs Busker read and write the file and its folder.
doctor-player-unsaid = Music: a chat token is set, and nothing says who makes the music.
doctor-player-say = Set BUSKER_COMPOSER to soundverse or houseband.
doctor-player-soundverse = Music: Soundverse at { $host }, since BUSKER_COMPOSER says so. It wasn't called: any call may cost.
doctor-player-key = Music: Soundverse at { $host }, since its key is set. It wasn't called: any call may cost.
doctor-player-chosen = Music: the house band, since BUSKER_COMPOSER says so.
doctor-player-default = Music: the house band, since BUSKER_COMPOSER is not set.
doctor-key = Key: SOUNDVERSE_API_KEY is set and has the usual form.
doctor-key-odd = Key: SOUNDVERSE_API_KEY is set, but doesn't begin with { $prefix } as most do.
doctor-key-missing = Key: SOUNDVERSE_API_KEY is not set.
doctor-key-mend = Set it to the key from the API dashboard, or set BUSKER_COMPOSER=houseband.
doctor-key-unused = Key: SOUNDVERSE_API_KEY is set and not used; BUSKER_COMPOSER=soundverse uses it.
doctor-key-plain = Key: it goes to { $host } by plain http, which others on the way can read.
doctor-band-instruments = House band: its audio libraries and its font load.
doctor-band-broken = House band: its libraries don't load: { $why }
doctor-band-install = Install Busker's packages again: make setup.
doctor-soundfont = House band: these sounds come from the soundfont { $path }: { $instruments }.
doctor-soundfont-unused = House band: it can't use the soundfont and plays on with its own sounds. { $why }
doctor-band-playing = House band: one is playing at { $address }.
doctor-band-free = House band: { $address } is free for it.
doctor-band-taken = House band: it can't have { $address }: { $why }.
doctor-band-move = Stop what uses the address, or set HOUSEBAND_ADDRESS to another host:port.
doctor-band-keyless = House band: SOUNDVERSE_BASE_URL names a band, and HOUSEBAND_KEY is not set.
doctor-band-key = Set HOUSEBAND_KEY to that band's key.
doctor-band-silent = House band: none answers at { $address }.
doctor-band-start = Start it with busker houseband, or mend SOUNDVERSE_BASE_URL.
doctor-alarms = Alarms: troubles are told in { $channel }.
doctor-alarms-logged = Alarms: troubles are only in the log, since BUSKER_OPERATOR_CHANNEL is not set.
doctor-alarms-nowhere = Alarms: troubles can't be told in { $channel }, since no { $token } token is set.
doctor-http-answers = HTTP: a Busker answers at { $address }.
doctor-http-free = HTTP: { $address } is free for BUSKER_HTTP.
doctor-http-taken = HTTP: BUSKER_HTTP can't have { $address }: { $why }.
doctor-http-move = Stop what uses the address, or set BUSKER_HTTP to another host:port.
doctor-links-nowhere = HTTP: BUSKER_PUBLIC_URL is set, but Busker answers nowhere.
doctor-links-listen = Set BUSKER_HTTP to the host:port that the public address leads to.
doctor-discord-bot = Discord: the token is accepted; the bot is { $bot }, the application { $application } ({ $id }).
doctor-discord-token = Discord: DISCORD_TOKEN isn't accepted.
doctor-discord-token-mend = Copy the bot's token anew from the developer portal: Bot, Reset Token.
doctor-discord-away = Discord: { $host } can't be reached: { $why }.
doctor-discord-slow = Discord: { $host } didn't answer within { $seconds } s.
doctor-discord-away-mend = Check the network of this machine, and DISCORD_API_BASE if it is set.
doctor-discord-unwell = Discord: { $host } answers with status { $status }.
doctor-discord-unwell-mend = Wait a while and try again; https://discordstatus.com tells of Discord's own troubles.
doctor-discord-unlike = Discord: what answers at { $base } isn't Discord's API.
doctor-discord-unlike-mend = Mend DISCORD_API_BASE, which ends in /api/v10, or leave it empty.
doctor-discord-elsewhere = Discord: commands are sent to { $url } instead of to Busker.
doctor-discord-elsewhere-mend = In the developer portal, under General Information, empty Interactions Endpoint URL.
doctor-discord-grant = Discord: the bot can't be invited by its link.
doctor-discord-grant-mend = In the developer portal, under Bot, turn off Requires OAuth2 Code Grant.
doctor-discord-open = Discord: anybody can invite the bot, and it plays on every server it is in, since BUSKER_SERVERS is not set.
doctor-discord-closed = Discord: BUSKER_SERVERS names { $servers ->
    [0] no server of Discord, so it plays on none
    [one] the one server where it plays
   *[other] the { $servers } servers where it plays
}.
doctor-discord-own = Discord: only its owner can invite the bot.
doctor-discord-intents = Discord: privileged intents are on in the developer portal ({ $intents }). Busker needs none; you can turn them off.
doctor-discord-invite = Discord: this link invites the bot: { $link }
doctor-discord-install = Discord: with this link people install it for themselves: { $link }
doctor-discord-install-off = Discord: BUSKER_DIRECT is on, but nobody can install the bot for themselves: in the developer portal, under Installation, User Install is off.
doctor-discord-gateway = Discord: { $host }, where events come from, can be reached; { $left } of { $total } connections are left today.
doctor-discord-gateway-away = Discord: { $host }, where events come from, can't be reached: { $why }.
doctor-discord-gateway-mend = Check the network of this machine, and DISCORD_GATEWAY_URL if it is set.
doctor-discord-spent = Discord: all { $total } connections of today are used up.
doctor-discord-spent-mend = New ones are there in { $time }. Find out what starts the bot again and again.
doctor-discord-nowhere = Discord: the bot is in no server yet; the link above invites it.
doctor-discord-servers = Discord: the bot is in { $servers ->
    [one] 1 server
   *[other] { $servers } servers
}: { $names }.
doctor-discord-more = { $names }, and { $count } more
doctor-discord-server = Discord: { $server } allows all that is needed, and files of { $size } MiB.
doctor-discord-lacks = Discord: { $server } doesn't allow the bot: { $permissions }.
doctor-discord-lacks-mend = Allow it to the bot's role there, or open the link above again and choose that server.
doctor-discord-absent = Discord: { $setting } names { $server }, and the bot isn't there.
doctor-discord-absent-mend = Invite it there, or take { $server } out of { $setting }.
doctor-discord-channel = Discord: the operator's channel is #{ $channel } on { $server }, and can be written to.
doctor-discord-channel-direct = Discord: the operator's channel is a direct message.
doctor-discord-channel-hidden = Discord: the operator's channel { $channel } isn't there, or the bot can't see it.
doctor-discord-channel-find = Mend BUSKER_OPERATOR_CHANNEL: “Copy Channel ID” in the channel's menu gives the number. Let the bot see that channel.
doctor-discord-channel-kind = Discord: the operator's channel #{ $channel } on { $server } takes no messages.
doctor-discord-channel-pick = Name a text channel in BUSKER_OPERATOR_CHANNEL.
doctor-discord-channel-closed = Discord: the operator's channel #{ $channel } on { $server } doesn't allow the bot: { $permissions }.
doctor-discord-channel-open = Allow it to the bot's role in that channel's permissions.
doctor-slack-bot = Slack: the token is accepted; the bot is { $bot } in the workspace { $team } ({ $id }).
doctor-slack-scopes = Slack: the token allows all that is needed.
doctor-slack-helpful = Slack: the token doesn't allow { $scopes }. Busker works without; docs/slack.md says what is different then.
doctor-slack-socket = Slack: everything comes in by Socket Mode, and SLACK_APP_TOKEN is accepted.
doctor-slack-http = Slack: everything comes in at { $url }, and a Busker with this SLACK_SIGNING_SECRET answers there.
doctor-slack-http-silent = Slack: everything is to come in at { $url }, where no Busker answers at the moment.
doctor-slack-secret = Slack: the Busker at { $url } doesn't take what is signed with SLACK_SIGNING_SECRET.
doctor-slack-secret-mend = Copy the Signing Secret anew from the app's page, under Basic Information, and start Busker again.
doctor-slack-elsewhere = Slack: BUSKER_SERVERS doesn't name this workspace, so nobody can ask for songs here.
doctor-slack-elsewhere-mend = Add { $server } to BUSKER_SERVERS, or leave it empty.
doctor-slack-channel = Slack: the operator's channel is #{ $channel }, and can be written to.
doctor-slack-channel-direct = Slack: the operator's channel is a direct message.
doctor-slack-channel-hidden = Slack: the operator's channel { $channel } isn't there, or the bot can't see it.
doctor-slack-channel-find = Mend BUSKER_OPERATOR_CHANNEL: the channel's details end with its id. Into a private channel the bot has to be invited.
doctor-slack-channel-archived = Slack: the operator's channel #{ $channel } is archived.
doctor-slack-channel-pick = Name another channel in BUSKER_OPERATOR_CHANNEL.
doctor-slack-channel-closed = Slack: the bot isn't in the operator's channel #{ $channel }, and its token doesn't allow it to write there all the same.
doctor-slack-channel-invite = Invite it there: /invite @{ $bot }
permission-view-channel = View Channels
permission-send-messages = Send Messages
permission-send-messages-in-threads = Send Messages in Threads
permission-embed-links = Embed Links
permission-attach-files = Attach Files
permission-read-message-history = Read Message History
doctor-spend-later = Song: none was bought, since something is wrong.
doctor-spend-made = Song: “{ $title }” was made and fetched; { $takes ->
    [one] 1 take is
   *[other] { $takes } takes are
} in { $folder }.
doctor-spend-unkept = Song: it was made, but can't be kept in { $folder }: { $why }.
doctor-spend-unspent = Nothing was asked for, and nothing was spent.
doctor-spend-free = This cost nothing.
doctor-spend-maybe = Whether this cost something isn't known: see the service's dashboard.
doctor-spend-charged = The service charged for it.
