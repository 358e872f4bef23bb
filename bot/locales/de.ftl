# Every sentence Busker says, in German. A key's first word tells where it is used.

## The status card: what is being made

heading-song = Song: { $prompt }
heading-music = Musik: { $prompt }
heading-jingle = Jingle: { $prompt }
heading-extend = Eine längere Fassung von „{ $title }“
extend-family = Familie: { $family }
extend-whole = Der Länge nach ist das der ganze Song.
extend-part = Der Länge nach ist das nur der neue Teil.
heading-declined = Ein Song, der nicht möglich ist
heading-audio = Ein Song aus deiner Audiodatei
jingle-length = Auf { $seconds } s gekürzt; die ganzen Takes bleiben erhalten
heading-unknown = Ein Song ohne Titel
asked-by = Gewünscht von { $who }
player-soundverse = Gespielt von Soundverse
player-houseband = Gespielt von der Hausband
artist-soundverse = Soundverse
artist-houseband = Die Hausband
player-not-sung = Gespielt von der Hausband; der Text wird gespielt, nicht gesungen

## The status card: how far it is

stage-reserved = Reiht sich ein
stage-queued = { $ahead ->
    [0] Gleich an der Reihe
    [one] Wartet, 1 Song davor
   *[other] Wartet, { $ahead } Songs davor
}
stage-held = Wartet: Der Dienst nimmt gerade keine Songs an; dieser behält seinen Platz
stage-held-told = Wartet: Der Dienst nimmt gerade keine Songs an. Wer den Bot betreibt, weiß Bescheid; dieser Song behält seinen Platz
stage-restarting = Busker wird neu gestartet; danach geht es mit diesem Song weiter
stage-sent = Der Song wird angefordert
stage-accepted = Angenommen
stage-composing = Wird komponiert
stage-posting = Die Takes werden geholt
stage-slow = Langsamer als sonst
usual-seconds = Dauert meist { $seconds } s
usual-minutes = Dauert meist { $minutes } Min.
stage-quiet = Noch in Arbeit
stage-done = Beide Takes sind fertig
stage-partial = Ein Take ist fertig; der andere ist misslungen
stage-cancelled = Abgebrochen; das zählt nicht
stage-cancelled-counts = Abgebrochen. Der Dienst lässt sich nicht anhalten, deshalb zählt dieser Song
take-follows = Take { $letter } folgt
take-linked = Take { $letter } ist zu groß, um hier gepostet zu werden. Du findest ihn unter { $url }
take-ready = Take { $letter } ist fertig
take-facts = Take { $letter }: { $length }
take-facts-bpm = Take { $letter }: { $length }, { $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = Daraus macht der Dienst keinen Song.
why-hint = Manche Wörter sind dort nicht erlaubt, ebenso die Namen von Künstlern. Sag es anders oder beschreibe den Klang.
doesnt-count = Das zählt nicht.
failure-refused = Der Dienst hat diese Anfrage abgelehnt.
failure-bad-call = Der Dienst hat diese Anfrage nicht verstanden.
failure-declined = Der Dienst hat die Worte abgelehnt. Versuch es mit anderen.
failure-file-refused = Der Dienst konnte die Audiodatei nicht verwenden.
failure-file-refused-houseband = Die Hausband kann keine Audiodateien hören: Sie macht Songs aus Worten und verlängert nur ihre eigenen Takes.
failure-file-not-https = Die Adresse der Audiodatei muss mit https:// beginnen.
failure-file-not-public = Die Adresse der Audiodatei führt in ein privates Netz, aus dem der Dienst sie nicht holen kann.
failure-file-unreachable = Unter der Adresse der Audiodatei ist keine Datei zu bekommen.
failure-file-too-large = Die Audiodatei ist größer als 10 MB.
failure-file-not-audio = Was unter der Adresse der Audiodatei liegt, ist keine Audiodatei.
failure-input-gone = Die angehängte Audiodatei lässt sich nicht mehr abrufen. Frag noch einmal und häng sie wieder an.
failure-key-rejected = Der Dienst nimmt den Schlüssel dieses Bots nicht an. Das muss in Ordnung bringen, wer den Bot betreibt.
failure-out-of-credit = Das Konto dieses Bots beim Dienst hat kein Guthaben mehr.
failure-busy = Der Dienst hat zu viel zu tun. Versuch es in ein paar Minuten noch einmal.
failure-unavailable = Der Dienst hat gerade ein Problem. Versuch es später noch einmal.
failure-connection-lost = Die Verbindung zum Dienst ist abgebrochen.
failure-overdue = Der Dienst hat zu lange gebraucht. Falls der Song doch noch kommt, wird er für dich aufgehoben: /library
failure-take-failed = Der Dienst hatte den Song angenommen, aber dann ist er misslungen.
failure-misshapen = Der Dienst hat eine Antwort geschickt, die nicht zu verstehen ist.
failure-soundverse-error = Beim Dienst ist etwas schiefgegangen.
failure-source-lost = Der Take, von dem aus es weitergehen soll, lässt sich nicht mehr abrufen.
failure-file-lost = Der Song ist entstanden, aber seine Dateien ließen sich nicht abrufen.
failure-interrupted = Busker wurde im falschen Moment neu gestartet; dabei wurde dieser Song unterbrochen.
failure-restored = Busker musste auf eine Kopie seiner Daten zurückgehen, in der dieser Song noch nicht fertig war.
failure-unshowable = Dieser Song konnte hier nicht angezeigt werden, deshalb wurde er nicht angefordert.
failure-unstarted = Dieser Song hat zwei Stunden gewartet und kam nicht an die Reihe.
failure-no-files = Der Song ist entstanden, aber seine Dateien ließen sich nicht abrufen. Gelingt das später, werden sie für dich aufgehoben.
failure-undelivered = Er konnte hier nicht gepostet werden; er liegt für dich bereit: /library
failure-sent-direct = Er konnte hier nicht gepostet werden, deshalb ging er an dich allein.
failure-too-large = Er ist zu groß, um hier gepostet zu werden; er liegt für dich bereit: /library
failure-linked = Er ist zu groß, um hier gepostet zu werden; stattdessen gibt es einen Link.
failure-uncut = Er ließ sich nicht auf die Länge kürzen; das ist der ganze Take.
failure-defect = Bei uns ist etwas schiefgegangen.

## What is left

left-none = Keine Songs mehr { $window }
left-some = Noch { $left } von { $most } Songs { $window }
left-any = { $used ->
    [one] Kein Limit hier; 1 Song { $window }
   *[other] Kein Limit hier; { $used } Songs { $window }
}
window-hour = in dieser Stunde
window-day = heute
window-week = in dieser Woche
window-month = in diesem Monat
quota-title = Deine Songs
quota-used = { $used ->
    [one] 1 Song { $window } gewünscht
   *[other] { $used } Songs { $window } gewünscht
}
quota-title-other = Die Songs von { $who }
rule-of-person = Nach einer persönlichen Regel: { $rule }
rule-of-role = Nach der Regel für die Rolle: { $rule }
rule-of-everyone = Nach der Regel für alle hier: { $rule }
rule-of-default = Nach der Standardregel: { $rule }
songs-a-window = { $most ->
    [0] keine Songs
    [one] 1 Song pro { $unit }
   *[other] { $most } Songs pro { $unit }
}
quota-granted = { $songs ->
    [one] Dazu 1 zusätzlicher Song
   *[other] Dazu { $songs } zusätzliche Songs
}
quota-granted-until = { $songs ->
    [one] Dazu 1 zusätzlicher Song; das endet { $when }
   *[other] Dazu { $songs } zusätzliche Songs; das endet { $when }
}
quota-blocked = Gesperrt: Songs wünschen geht nicht
quota-blocked-until = Gesperrt: Songs wünschen geht nicht. Die Sperre endet { $when }
quota-budget = Das Budget dieses Buskers: { $used } von { $most } { $window }, neu { $when }
quota-server = Alle hier zusammen: { $used } von { $most } { $window }, neu { $when }
quota-no-rule = Hier gilt für dich kein Limit
quota-resets = Beginnt neu { $when }
unit-hour = Stunde
unit-day = Tag
unit-week = Woche
unit-month = Monat
time-hours = { $hours } Std. { $minutes } Min.
time-minutes = { $minutes } Min.
time-days = { $days ->
    [one] 1 Tag
   *[other] { $days } Tagen
}
time-in-hours = in { $hours } h { $minutes } min
time-in-minutes = in { $minutes } min
time-in-days = { $days ->
    [one] in 1 Tag
   *[other] in { $days } Tagen
}

## Answers

late-takes = „{ $title }“ ist doch noch gekommen. Der Song liegt für dich bereit: /library. Er zählt nicht.
cancel-done-title = Abgebrochen
cancel-done = „{ $title }“ zählt nicht.
cancel-counts = Der Dienst lässt sich nicht anhalten; „{ $title }“ zählt.
button-cancel = Abbrechen
button-why = Warum?
button-go = Los
button-send-directly = Schick ihn mir direkt
button-edit = Ändern

private-title = Nur für dich
private-comes = Er kommt in deine Direktnachrichten, und nur du siehst ihn.

review-title = Soll es so losgehen?
review-prompt = Worum es geht: { $prompt }
review-lyrics = Songtext:
review-no-lyrics = Den Songtext schreibt der Dienst.
review-reference-url = Im Stil von { $url }
review-backing-url = Gesungen zu { $url }
review-vocals-url = Mit dem Gesang von { $url }
review-melody-url = Nach der Melodie von { $url }
review-private = Nur du wirst ihn sehen.
review-dropped = Es wurde nichts angefordert.
review-sent-title = Gewünscht
review-sent = Die Karte dazu ist unterwegs.

help-title = Was du dir wünschen kannst
help-make = Musik
help-more = Deine Songs und mehr
help-admins = Für Admins
help-menus = Im Menü einer Nachricht
help-line = { $example } · { $what }
help-options = { "    " }mit { $options }
help-operator = Für den Betrieb auch mit { $options }
example-song = /song ein Geburtstagslied für Ana
example-music = /music Regen, Lo-Fi
example-jingle = /jingle unser Montagsmeeting
example-library = /library Regen
example-prompt = ein Geburtstagslied für Ana
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }, Take { $letter }, { $age }
track-this = { $title }, Take { $letter }
ago-minutes = { $minutes ->
    [0] gerade eben
   *[other] vor { $minutes } Min.
}
ago-hours = vor { $hours } Std.
ago-days = { $days ->
    [one] vor 1 Tag
   *[other] vor { $days } Tagen
}
## The library, and what is done with finished songs

button-extend = { $letter } verlängern
button-again = Noch einmal
button-remix = Remix
button-favourite = ♥ { $letter }
button-unlike = Kein ♥ für { $letter }
button-lyrics = Songtext
button-delete = Löschen
button-keep = Behalten
button-open = Öffnen
button-show = Wieder zeigen
button-previous = Vorherige
button-next = Nächste
button-back = Zurück
library-title = Deine Songs
library-favourites = Deine Favoriten
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = nachträglich aufgehoben
library-gone = Dateien gelöscht
library-private = privat
library-search = Mit „{ $search }“ im Titel oder Text
library-empty = Du hast noch keinen fertigen Song. Wünsch dir einen mit /song.
library-no-favourites = Du hast noch keine Favoriten. Drück ♥ unter einem Song, und er wird am längsten aufgehoben.
library-not-found = Hier gibt es nichts mit „{ $search }“ in Titel, Beschreibung oder Text.
favourite-now = Take { $letter } von „{ $title }“ gehört jetzt zu deinen Favoriten: /library favourites.
favourite-no-more = Take { $letter } von „{ $title }“ gehört nicht mehr zu deinen Favoriten.
lyrics-title = Der Text von „{ $title }“
lyrics-take = Take { $letter }
lyrics-none = Das ist ein Instrumental; es wird nichts gesungen.
lyrics-unknown = Der Text ist nicht bekannt oder wird nicht mehr aufgehoben.
lyrics-long = Der Text ist lang, deshalb steht er in der Datei.
panel-in-file = Für hier ist es zu lang; alles steht in der Datei.
remix-forgotten = Der Wunsch hinter diesem Song ist nicht mehr da; schreib ihn neu
show-done = Hier wieder gepostet.
show-done-alone = Der Song ist privat, deshalb ging er an dich allein.
delete-title = „{ $title }“ löschen?
delete-what = Nachrichten, Dateien und Text verschwinden, und niemand kann sie zurückholen. Was der Song gezählt hat, bleibt gezählt.
delete-done-title = „{ $title }“ ist gelöscht
delete-done = Nachrichten, Dateien und Text sind weg. Was der Song gezählt hat, bleibt gezählt.
delete-messages-stay = Dateien und Text sind weg. Eine Nachricht ließ sich nicht entfernen; bitte lösch sie von Hand.

## For admins: what they set, and what holds now

admin-done = Erledigt
admin-more = … und { $more } weitere
until-ever = auf Dauer
until-moment = bis { $moment }
rule-set-person = { $who } darf sich hier { $songs } wünschen.
rule-set-role = Jede Person mit der Rolle { $who } darf sich hier { $songs } wünschen.
rule-set-everyone = Jede Person darf sich hier { $songs } wünschen.
rule-set-server = Alle hier zusammen dürfen sich { $songs } wünschen.
rule-cleared-person = Für { $who } gibt es hier keine persönliche Regel und keine zusätzlichen Songs mehr.
rule-cleared-role = Für die Rolle { $who } gibt es hier keine Regel mehr.
rule-cleared-everyone = Hier gibt es keine Regel mehr, die für jede Person gilt.
rule-cleared-server = Hier gibt es keine Regel mehr, die für alle zusammen gilt.
rule-cleared-else = Für jede davon gilt nun die eigene Regel, die einer anderen Rolle, die für alle hier oder der Standard.
admin-granted = { $who } darf sich, wann immer die Regel neu beginnt, { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
} zusätzlich wünschen, { $until }.
admin-reset = Die Regel für { $who } beginnt neu: Bisherige Wünsche zählen dabei nicht mehr mit.
admin-blocked = { $who } ist hier gesperrt, { $until }. Songs, die schon unterwegs sind, werden noch fertig.
admin-unblocked = { $who } darf sich hier wieder Songs wünschen.
admin-not-blocked = { $who } ist hier nicht gesperrt.
admin-zone = Ein Tag beginnt jetzt um Mitternacht in { $zone }; dort ist es gerade { $time }.
admin-paused = Pausiert: Auf diesem Server kann sich niemand Songs wünschen, bis ein Admin die Pause beendet. Songs, die schon unterwegs sind, werden noch fertig.
admin-paused-all = Pausiert: Nirgends kann sich jemand Songs wünschen, bis du die Pause beendest. Songs, die schon unterwegs sind, werden noch fertig.
admin-resumed = Auf diesem Server kann man sich wieder Songs wünschen.
admin-resumed-all = Man kann sich wieder Songs wünschen, außer wo die Admins eines Servers ihn selbst pausiert haben.
admin-still-paused = Dieser Server ist nicht mehr pausiert, aber wer Busker betreibt, hat überall pausiert.
show-title = Die Regeln dieses Servers
rule-default-each = Jede Person, standardmäßig: { $songs }
rule-default-each-none = Jede Person, standardmäßig: beliebig viele Songs
rule-default-together = Alle zusammen, standardmäßig: { $songs }
rule-default-together-none = Alle zusammen, standardmäßig: beliebig viele Songs
rule-shown-person = { $who }: { $songs }
rule-shown-role = Jede Person mit der Rolle { $who }: { $songs }
rule-shown-everyone = Jede Person: { $songs }
rule-shown-server = Alle zusammen: { $songs }
show-grant = { $who }: { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
} zusätzlich, { $until }
show-block = { $who } ist gesperrt, { $until }
show-paused = Pausiert: Hier kann sich niemand Songs wünschen
show-zone = Ein Tag beginnt um Mitternacht in { $zone }
channels-title = Die Kanäle dieses Servers
channel-allowed = { $channel } ist erlaubt.
channel-denied = { $channel } ist gesperrt: Dort kann man sich keine Songs wünschen.
channel-cleared = { $channel } ist nicht mehr eigens erlaubt oder gesperrt.
channels-only-those = Songs kann man sich nur in erlaubten Kanälen wünschen.
channels-others = In allen anderen Kanälen kann man sich Songs wünschen.
words-title = Wörter, die hier gesperrt sind
words-none = Es gibt keine.
word-added = „{ $word }“ ist hier jetzt gesperrt.
word-there = „{ $word }“ war hier schon gesperrt.
word-removed = „{ $word }“ ist hier wieder erlaubt.
usage-title = Die Songs dieses Servers
usage-title-all = Die Songs aller Server
usage-day = Heute: { $asked } gewünscht, { $counted } gezählt, { $made } fertig, von { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
usage-month = Dieser Monat: { $asked } gewünscht, { $counted } gezählt, { $made } fertig, von { $people ->
    [one] 1 Person
   *[other] { $people } Personen
}
usage-forgotten = Jemand, dessen Daten gelöscht wurden
usage-person = { $place }. { $who }: { $songs }
usage-billed = Berechnet oder vielleicht berechnet: { $today } heute, { $month } in diesem Monat
usage-costs = Das sind etwa { $today } heute und { $month } in diesem Monat, bei { $price } pro Song
jobs-title = Songs, die unterwegs sind
jobs-none = Es gibt keine.
job-waiting = { $id }: wartet seit { $time }, für { $who }
job-working = { $id }: in Arbeit seit { $time }, für { $who }
job-choice-waiting = { $id }: wartet seit { $time }
job-choice-working = { $id }: in Arbeit seit { $time }
job-cancelled = { $id }, für { $who }, ist abgebrochen und zählt nicht.
job-cancelled-counts = { $id }, für { $who }, ist abgebrochen; der Dienst lässt sich nicht anhalten, deshalb zählt der Song.
job-posting = { $id }: wird gerade gepostet, für { $who }
audit-title = Was geändert wurde
audit-none = Noch nichts.
audit-line = { $moment } { $who }: { $what }
audit-line-where = { $line } ({ $where })
audit-everywhere = überall
audit-rule-person = { $songs } für { $subject }
audit-rule-role = { $songs } für jede Person mit der Rolle { $subject }
audit-rule-everyone = { $songs } für jede Person
audit-rule-server = { $songs } für alle zusammen
audit-clear-rule-person = keine persönliche Regel mehr für { $subject }
audit-clear-rule-role = keine Regel mehr für die Rolle { $subject }
audit-clear-rule-everyone = keine Regel mehr für jede Person
audit-clear-rule-server = keine Regel mehr für alle zusammen
audit-grant = { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
} zusätzlich für { $subject }, auf Dauer
audit-grant-until = { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
} zusätzlich für { $subject }, { $until }
audit-clear-grants = keine zusätzlichen Songs mehr für { $subject }
audit-reset = Regel für { $subject } neu begonnen
audit-block = { $subject } auf Dauer gesperrt
audit-block-until = { $subject } gesperrt, { $until }
audit-unblock = { $subject } nicht mehr gesperrt
audit-pause = pausiert
audit-resume = Pause beendet
audit-channel-allowed = { $subject } erlaubt
audit-channel-denied = { $subject } gesperrt
audit-clear-channel = { $subject } nicht mehr eigens erlaubt oder gesperrt
audit-word = „{ $subject }“ gesperrt
audit-clear-word = „{ $subject }“ nicht mehr gesperrt
audit-zone = ein Tag beginnt um Mitternacht in { $subject }
audit-sound = ein neuer Klang für { $subject }
audit-clear-sound = kein eigener Klang mehr für { $subject }
audit-cancel = Song { $subject } abgebrochen
audit-delete = Song { $subject } gelöscht
button-older = Ältere
sound-title = Der Klang dieses Kanals
sound-none = Keiner ist festgelegt: Jingles klingen so, wie man sie sich wünscht.
sound-style = Stil: { $style }
sound-tags = Stichwörter: { $tags }
sound-banned = Hier gesperrt: { $banned }
hint-user = Sag, wen du meinst: user: …
hint-rule = Schreib eine Zahl und hour, day, week oder month, zum Beispiel 5/day
hint-songs = Sag, wie viele: songs: 3
hint-word = Sag, welches Wort: word: …
hint-server = Sag, welcher Server dieser Plattform: server: …

## What is kept about people

notice-soundverse = Das ist dein erster Song hier, deshalb einmal dieser Hinweis: Was du dafür schreibst (und Adressen von Audiodateien), geht an Soundverse, wo die Musik entsteht; wer du bist, erfährt Soundverse nicht.
notice-houseband = Das ist dein erster Song hier, deshalb einmal dieser Hinweis: Was du dafür schreibst, bleibt auf dem Rechner, auf dem Busker läuft; dort macht die Hausband die Musik.
notice-kept = Busker hebt es mit dem Song { $days ->
    [one] 1 Tag
   *[other] { $days } Tage
} lang auf, und wer ihn sich gewünscht hat, 13 Monate lang.
notice-yours = Mit /library bekommst du alles, was über dich gespeichert ist, oder löschst es.
button-export = Meine Daten exportieren
button-forget = Meine Daten löschen
button-forget-yes = Alles löschen
export-title = Deine Daten
export-made = Alles, was über dich gespeichert ist, mit { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
}, ist in der Datei.
export-left-out = { $takes ->
    [one] 1 Take hat nicht hineingepasst; mit „Wieder zeigen“ in /library bekommst du ihn.
   *[other] { $takes } Takes haben nicht hineingepasst; mit „Wieder zeigen“ in /library bekommst du sie.
}
export-readme = Das ist alles, was Busker über dich gespeichert hat. In data.json steht es als Text, mit Zeiten in UTC; im Ordner songs liegen deine Takes. Takes, die nicht hineingepasst haben, stehen unter left_out: Mit „Wieder zeigen“ in /library bekommst du sie.
forget-title = Alles löschen, was über dich gespeichert ist?
forget-goes = Was du geschrieben hast, Titel, Texte und Dateien deiner Songs, deine Favoriten und was noch auf dein „Los“ wartet, wird endgültig gelöscht. Songs, die unterwegs sind, werden vorher abgebrochen.
forget-messages = Gepostete Nachrichten bleiben stehen; lösch diese Songs vorher einzeln in /library. Was Admins für dich festgelegt haben (Limits, zusätzliche Songs, Sperren), bleibt bei ihnen.
forget-counts = Dass du dir so viele Songs gewünscht hast, zählt ohne deinen Namen noch { $days } Tage weiter, dann verschwindet auch das.
forget-elsewhere = Was an Soundverse ging, kann nur Soundverse löschen.
forgotten-title = Gelöscht
forgotten = { $songs ->
    [0] Es gab keine Songs von dir.
    [one] 1 Song war von dir; davon ist nichts mehr gespeichert.
   *[other] { $songs } Songs waren von dir; davon ist nichts mehr gespeichert.
}

## Refusals: nothing was spent

refused-title = Das ging nicht
refusal = Das ist nicht möglich.
refusal-unknown-command = /{ $name } gibt es nicht. Möglich sind { $known }.
refusal-over-quota-person = { $most ->
    [0] Nach der Regel, die für dich gilt, kannst du dir hier keine Songs wünschen.
   *[other] Dein Limit von { $most } pro { $unit } ist erreicht. Es beginnt neu { $when }.
}
refusal-over-quota-server = { $most ->
    [0] Nach der Regel dieses Servers kann man sich hier keine Songs wünschen.
   *[other] Das Limit des Servers von { $most } pro { $unit } ist erreicht. Es beginnt neu { $when }.
}
refusal-over-quota-server-own = { $most ->
    [0] Nach der Regel dieses Servers kann man sich hier keine Songs wünschen.
   *[other] Das Limit des Servers von { $most } pro { $unit } ist erreicht (du selbst hast noch { $left } von { $own }). Es beginnt neu { $when }.
}
refusal-over-quota-budget = Busker darf vorerst keine weiteren Songs machen. Weiter geht es { $when }.
refusal-over-quota-tries = { $most ->
    [one] 1 Versuch ist
   *[other] { $most } Versuche sind
} { $window } fehlgeschlagen; mach eine Pause. Du kannst dir { $when } wieder etwas wünschen.
refusal-over-quota-declines = Der Dienst hat { $window } die Worte von { $most ->
    [one] 1 Song
   *[other] { $most } Songs
} abgelehnt; mach eine Pause. Du kannst dir { $when } wieder etwas wünschen.
refusal-too-many-running = { $most ->
    [one] Bei dir ist schon 1 Song unterwegs; warte, bis er fertig ist.
   *[other] Bei dir sind schon { $most } Songs unterwegs; warte, bis einer fertig ist.
}
refusal-blocked = Du kannst dir hier keine Songs wünschen: Ein Admin hat dich gesperrt.
refusal-blocked-until = Du kannst dir hier keine Songs wünschen: Ein Admin hat dich gesperrt. Die Sperre endet { $when }.
refusal-paused = Busker macht Pause: Songs kann man sich erst wieder wünschen, wenn ein Admin die Pause beendet.
refusal-no-room = Busker hat keinen Platz mehr für einen Song, deshalb wurde er nicht angefordert. Wer Busker betreibt, muss Platz schaffen.
refusal-restarting = Busker wird gerade neu gestartet, deshalb wurde nichts angefordert und nichts geändert. Bitte versuch es in einer Minute noch einmal.
refusal-not-allowed-here = Hier kann kein Song gepostet werden: Busker darf an diesem Ort nichts schreiben oder hochladen.
refusal-not-allowed-here-missing = Hier kann kein Song gepostet werden. Busker fehlt: { $missing }. Wer diesen Ort verwaltet, kann es erlauben.
refusal-no-direct-messages = Busker kann dir nicht privat schreiben. Erlaube Direktnachrichten von diesem Server oder wünsch dir den Song ohne private.
refusal-server-closed = Busker steht diesem Server nicht offen. Wer Busker betreibt, entscheidet, welche Server Zugang haben.
refusal-direct-closed = Busker macht Songs nur auf Servern, die ihn hinzugefügt haben. Wünsch ihn dir auf einem davon.
refusal-guests-closed = Hier macht Busker Songs nur für Mitglieder dieses Workspace, nicht für Gäste oder Leute aus anderen Organisationen.
refusal-channel-closed = Die Admins dieses Servers möchten, dass man sich Songs in anderen Kanälen wünscht.
refusal-word-banned = „{ $word }“ ist hier gesperrt. Versuch es mit anderen Worten.
refusal-not-permitted-moderate = Das kann nur die Moderation dieses Servers.
refusal-not-permitted-set-channels = Das kann nur, wer diesen Kanal verwaltet.
refusal-not-permitted-administer = Das können nur Admins dieses Servers.
refusal-not-permitted-operate = Das kann nur, wer Busker betreibt.
refusal-not-posted = Das konnte hier nicht gepostet werden. Es bleibt aufgehoben; versuch es noch einmal oder woanders.
refusal-on-its-way = Dieser Song ist noch unterwegs. Brich ihn erst ab oder warte, bis er fertig ist.
refusal-not-yours = Das gehört jemand anderem.
defect = Bei uns ist etwas schiefgegangen; es wurde nichts verbraucht. Bitte versuch es noch einmal.
option-missing = { $option } fehlt. { $hint }
option-too-long = { $option } ist zu lang: { $length } Zeichen; höchstens { $most } sind möglich.
option-too-large = Was als { $option } angehängt ist, ist größer als 10 MB.
option-twice = { $option } steht doppelt da: angehängt und als Adresse. Nimm eins von beiden.
option-unknown = /{ $command } hat keine Option „{ $option }“. Möglich sind { $known }.
option-nameless = /{ $command } weiß nicht, was „{ $given }“ ist. Schreib eines davon davor, mit Doppelpunkt: { $known }.
option-unwanted = Hinter /{ $command } steht nichts weiter.
option-elsewhere = Dieser Take liegt bei einer anderen Hausband, die von hier aus nicht zu erreichen ist.
option-not-url = { $option } muss eine Adresse sein, die mit https:// beginnt.
option-not-switch = { $option } ist on oder off, und „{ $given }“ ist keins von beiden.
option-not-person = { $option } ist eine Person, und „{ $given }“ nennt niemanden. Schreib @ und wähl den vorgeschlagenen Namen.
option-not-channel = { $option } ist ein Kanal, und „{ $given }“ nennt keinen. Schreib # und wähl den vorgeschlagenen Namen.
option-no-roles = In Slack gibt es keine Rollen. Leg es für eine Person oder für alle zusammen fest.
option-not-seconds = „{ $given }“ ist keine Länge. Schreib Sekunden, zum Beispiel 15.
option-off-sound = „{ $word }“ ist in den Jingles dieses Kanals nicht erwünscht. Wünsch dir etwas anderes.
option-not-time = „{ $given }“ ist keine Zeit. Schreib Sekunden oder m:ss, zum Beispiel 45 oder 1:30.
option-no-platform = Eine Plattform „{ $given }“ gibt es nicht. Es gibt { $known }.
option-not-rule = „{ $given }“ ist keine Regel. Schreib eine Zahl und hour, day, week oder month, zum Beispiel 5/day
option-not-until = „{ $given }“ ist kein Ende. Schreib eine Dauer wie 12h, 7d oder 2w oder ein Datum wie 2026-12-31.
option-past = „{ $given }“ ist schon vorbei.
option-one-of = { $option } und { $others } gehen nicht zusammen.
option-no-word = In „{ $given }“ kommt kein Buchstabe und keine Ziffer vor.
option-too-many = Es sind schon { $most } Wörter; entferne erst welche.
option-not-zone = „{ $given }“ ist keine Zeitzone. Schreib zum Beispiel Europe/Berlin.
option-out-of-range = { $option } muss zwischen { $least } und { $most } liegen.
option-too-short = Dieser Take ist kürzer als 8 Sekunden und damit zu kurz zum Verlängern.
option-invalid = { $option } lässt sich so nicht verwenden.
nothing-track = { $name ->
    [none] Du hast noch keinen fertigen Song. Wünsch dir erst einen
   *[other] Du hast keinen fertigen Song namens „{ $name }“
}.
nothing-draft = Dieser Entwurf ist nicht mehr da. Wünsch dir den Song noch einmal.
nothing-song = Dieser Song ist hier nicht bekannt.
nothing-take = Dieser Take ist nicht mehr gespeichert.
nothing-take-yet = Von diesem Song gibt es noch keinen Take. Warte, bis er fertig ist.
nothing-audio = In dieser Nachricht ist kein Song von Busker und keine mp3- oder wav-Datei.
nothing-slack-audio = Dateien auf Slack können nicht verwendet werden: Nur Slack selbst kann sie öffnen. Leg die Audiodatei dorthin, wo eine https-Adresse zu ihr führt, und poste diese.
nothing-source = Der Take, auf dem dieser Song aufbaut, ist nicht mehr gespeichert.
nothing-files = Die Dateien dieses Songs sind nicht mehr gespeichert.
nothing-deleted = Dieser Song wurde gelöscht.
nothing-button = Dieser Knopf bewirkt nichts mehr.
nothing-running = Von dir gibt es nichts abzubrechen.
nothing-job-here = Auf diesem Server ist kein Song namens { $name } unterwegs.
nothing-word = „{ $name }“ gehört nicht zu den Wörtern, die hier gesperrt sind.
nothing-job = Von dir ist kein Song namens „{ $name }“ unterwegs.

## The catalogue: what can be asked

command-song = Ein Song mit Gesang
command-song-prompt = Worum es geht und wie es klingen soll
command-song-lyrics = Dein eigener Songtext
command-song-reference = Audiodatei, deren Stil als Vorbild dient: mp3 oder wav, höchstens 10 MB
command-song-reference-url = https-Adresse einer Audiodatei, deren Stil als Vorbild dient
command-song-backing = Instrumental, zu dem gesungen wird: mp3 oder wav, höchstens 10 MB
command-song-backing-url = https-Adresse eines Instrumentals, zu dem gesungen wird
command-song-vocals = Gesang, auf dem der Song aufbaut: mp3 oder wav, höchstens 10 MB
command-song-vocals-url = https-Adresse eines Gesangs, auf dem der Song aufbaut
command-song-melody = Melodie, der der Song folgt: mp3 oder wav, höchstens 10 MB
command-song-melody-url = https-Adresse einer Melodie, der der Song folgt
command-song-private = on: Der Song kommt in deine Direktnachrichten
command-song-review = on: Schau es dir an, bevor der Song angefordert wird
command-song-draft = Der Entwurf, zu dem das gehört
command-music = Ein Instrumental
command-music-prompt = Wie es klingen soll
command-music-style = Ein Stil, zum Beispiel Jazz
command-music-private = on: Es kommt in deine Direktnachrichten
command-jingle = Ein kurzes Instrumental im Klang dieses Kanals
command-jingle-prompt = Wofür es ist und wie es klingen soll
command-jingle-length = Wie lang: 5 bis 60 Sekunden; ohne Angabe 15
command-jingle-private = on: Er kommt in deine Direktnachrichten
command-extend = Eine längere Fassung von einem deiner Takes
command-extend-track = Welcher Take; ohne Angabe dein neuester
command-extend-at = Ab wo: Sekunden oder m:ss; ohne Angabe ab dem Ende
command-extend-lyrics = Text für den neuen Teil
command-extend-prompt = Wie es weitergehen soll
command-library = Deine fertigen Songs
command-library-search = Etwas aus Titel, Beschreibung, Stil oder Text
command-library-favourites = Nur die mit ♥, auch von anderen
command-quota = Wie viele Songs du noch hast
command-busker-help = Was du dir wünschen kannst
command-quota-user = Von wem; für die Moderation
command-jingle-sound-set = Wie die Jingles dieses Kanals klingen
command-jingle-sound-set-style = Ein Stil, zum Beispiel Ska
command-jingle-sound-set-tags = Mehr dazu, mit Kommas getrennt: Bläser, fröhlich
command-jingle-sound-set-banned = Wörter, die in diesem Kanal gesperrt sind, mit Kommas getrennt
command-jingle-sound-show = Anzeigen, wie die Jingles dieses Kanals klingen
command-jingle-sound-clear = Jingles so klingen lassen, wie man sie sich wünscht
command-busker-admin-quota-set = Festlegen, wie viele Songs man sich wünschen darf
command-busker-admin-quota-set-rule = Wie viele: 5/day, oder mit hour, week oder month
command-busker-admin-quota-clear = Eine Regel entfernen, bei einer Person auch ihre zusätzlichen Songs
command-busker-admin-quota-grant = Einer Person zusätzliche Songs erlauben
command-busker-admin-quota-grant-songs = Wie viele zusätzlich
command-busker-admin-quota-reset = Die Regel einer Person neu beginnen lassen
command-busker-admin-quota-show = Die Regeln dieses Servers anzeigen, oder was eine Person noch hat
command-busker-admin-quota-role = Welche Rolle
command-busker-admin-quota-together = on: für alle hier zusammen
command-busker-admin-block = Eine Person sperren, sodass sie sich nichts wünschen kann
command-busker-admin-unblock = Eine Sperre aufheben
command-busker-admin-user = Welche Person
command-busker-admin-until = Bis wann: 12h, 7d, 2w oder ein Datum; sonst auf Dauer
command-busker-admin-channels-allow = Einen Kanal erlauben; nicht erlaubte sind dann gesperrt
command-busker-admin-channels-deny = Einen Kanal sperren
command-busker-admin-channels-clear = Einen Kanal nicht mehr eigens erlauben oder sperren
command-busker-admin-channels-list = Anzeigen, wo man sich Songs wünschen kann
command-busker-admin-channels-channel = Welcher Kanal; ohne Angabe dieser
command-busker-admin-words-add = Ein Wort sperren
command-busker-admin-words-remove = Ein Wort wieder erlauben
command-busker-admin-words-list = Die gesperrten Wörter anzeigen
command-busker-admin-words-word = Ein Wort, oder mehrere, die hintereinander stehen
command-busker-admin-timezone = Festlegen, an welchem Ort um Mitternacht der Tag beginnt, oder danach fragen
command-busker-admin-timezone-zone = Zum Beispiel Europe/Berlin
command-busker-admin-usage = Anzeigen, wie viel gewünscht wurde, und von wem
command-busker-admin-usage-csv = on: mit einer Tabelle dieses Monats
command-busker-admin-jobs = Anzeigen, was unterwegs ist, oder es abbrechen
command-busker-admin-jobs-cancel = Welcher Song abgebrochen werden soll
command-busker-admin-pause = Pausieren: Niemand kann sich Songs wünschen
command-busker-admin-resume = Eine Pause beenden
command-busker-admin-audit = Anzeigen, was geändert wurde
command-busker-admin-audit-before = Vor welcher Änderung
command-busker-admin-server = Für den Betrieb: ein anderer Server
command-busker-admin-platform = Für den Betrieb: eine andere Plattform
command-busker-admin-everywhere = Für den Betrieb: auf allen Servern
command-cancel = Nicht länger auf einen Song warten
command-cancel-job = Welcher Song; ohne Angabe dein neuester
menu-extend = Diesen Track verlängern
menu-song = Song aus dieser Nachricht
command-menu-extend = Eine längere Fassung des Songs oder der Audiodatei darin
command-menu-song = Ihr Text, und ihre Audiodatei, im Formular für einen Song

## Namen von Befehlen und Optionen, wo eine Plattform sie zeigt

name-song = song
name-music = musik
name-jingle = jingle
name-extend = verlängern
name-library = bibliothek
name-quota = kontingent
name-busker-admin-quota = kontingent
name-cancel = abbrechen
name-busker-help = busker-hilfe
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = festlegen
name-show = anzeigen
name-clear = aufheben
name-grant = gewähren
name-reset = zurücksetzen
name-block = sperren
name-unblock = entsperren
name-channels = kanäle
name-allow = erlauben
name-deny = verbieten
name-list = auflisten
name-words = wörter
name-add = hinzufügen
name-remove = entfernen
name-timezone = zeitzone
name-usage = nutzung
name-jobs = unterwegs
name-pause = pausieren
name-resume = fortsetzen
name-audit = protokoll
name-prompt = beschreibung
name-lyrics = songtext
name-reference = vorbild
name-reference-url = vorbild-url
name-backing = begleitung
name-backing-url = begleitung-url
name-vocals = gesang
name-vocals-url = gesang-url
name-melody = melodie
name-melody-url = melodie-url
name-private = privat
name-review = prüfen
name-style = stil
name-length = länge
name-track = take
name-at = ab
name-search = suche
name-favourites = favoriten
name-user = person
name-job = song
name-tags = merkmale
name-banned = gesperrt
name-rule = regel
name-role = rolle
name-together = zusammen
name-songs = songs
name-until = bis
name-channel = kanal
name-word = wort
name-zone = zone
name-csv = csv
name-server = server
name-platform = plattform
name-everywhere = überall

## Forms: labels of at most 45 characters

form-song = Ein Song
form-music = Ein Instrumental
form-jingle = Ein Jingle
form-extend = Eine längere Fassung
form-extend-this = Eine längere Fassung
form-again = Noch einmal
form-edit = Ändern
form-remix = Remix
extend-lyrics-hint = Der Text dieses Songs ist nicht bekannt: Schreib den für den neuen Teil
extend-audio-at-hint = Sekunden oder m:ss vom Anfang an, zum Beispiel 1:30
extend-audio-lyrics-hint = Text für den neuen Teil; [Instrumental], wenn niemand singen soll
field-prompt = Wie es werden soll
field-prompt-hint = Ein Geburtstagslied für Ana, warm und langsam
field-prompt-hint-music = Regen, Lo-Fi, langsam und weich
field-prompt-hint-jingle = Unser Montagsmeeting, hell und kurz
field-prompt-hint-extend = Wie es weitergehen soll
field-lyrics = Songtext
field-lyrics-hint = Lass das Feld leer, und der Dienst schreibt ihn
field-lyrics-hint-extend = Text für den neuen Teil
field-style = Stil
field-style-hint = Zum Beispiel Jazz oder Lo-Fi
field-length = Länge in Sekunden
field-length-hint = 5 bis 60
field-reference-url = Audiodatei, deren Stil als Vorbild dient
field-reference-url-hint = Eine Adresse, die mit https:// beginnt
field-track = Welcher Take
field-track-hint = Der, von dem aus es weitergehen soll
field-at = Ab wo
field-at-hint = Sekunden oder m:ss; leer heißt ab dem Ende
field-audio-url = Audiodatei, die weitergehen soll
field-audio-url-hint = Eine Adresse, die mit https:// anfängt

## The terminal

console-title = Busker
console-welcome = Wünsch dir einen Song: /song ein Geburtstagslied für Ana
console-hints = /help zeigt, was du dir wünschen kannst, mit /quit gehst du
console-as = Du bist jetzt { $name }
console-goes-on = Was unfertig war, geht jetzt weiter
console-unfinished = Was unfertig ist, geht weiter, wenn du Busker wieder startest
console-files = Die Dateien liegen in { $folder }
console-kept = Gespeichert als { $file }
console-not-kept = In { $folder } ließ sich nichts speichern: { $why }
console-more = { $count ->
    [one] ♪ und 1 weiterer
   *[other] ♪ und { $count } weitere
}
console-private = Nur du siehst das
console-private-other = Nur { $name } sieht das
console-elsewhere = In { $channel }
console-operator = Im Kanal für den Betrieb
console-no-number = Kein Knopf hat die Nummer { $number }.
console-form-typed = Mit Enter geht es zum nächsten Feld, bei Feldern mit mehreren Zeilen mit Esc und dann Enter. Strg+C verlässt das Formular
console-form-scripted = Eine Zeile für jedes Feld; eine leere behält, was dort steht
console-form-several-lines = Enter beginnt eine neue Zeile; mit Esc und dann Enter geht es weiter
console-form-left = Du hast das Formular verlassen; es wurde nichts angefordert.
console-form-again = Noch einmal ausfüllen
console-form-missing = Dieses Feld wird gebraucht.
console-form-choose = Schreib eine Zahl von 1 bis { $most }.
console-form-too-long = Zu lang: { $length } Zeichen; höchstens { $most } sind möglich.

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = Busker braucht dich
alarm-noticed = Bemerkt am { $time }
alarm-budget = Das Budget von { $most } Songs pro { $unit } ist zu { $percent } % verbraucht: { $used } Songs. Es beginnt neu { $when }.
alarm-budget-used-up = Das Budget von { $most } Songs pro { $unit } ist verbraucht, deshalb kann man sich keine Songs wünschen. Es beginnt neu { $when }.
alarm-budget-cost = Das sind etwa { $cost }, bei { $price } pro Song.
alarm-key-rejected = Der Dienst nimmt den Schlüssel nicht an, deshalb warten alle Songs. Trag den richtigen in SOUNDVERSE_API_KEY ein (den der Hausband in HOUSEBAND_KEY) und starte Busker neu.
alarm-key-elsewhere = Der Dienst nimmt den Schlüssel nicht an, deshalb warten alle Songs. Der Schlüssel scheint zu { $host } zu gehören: Prüf SOUNDVERSE_BASE_URL.
alarm-out-of-credit = Das Konto beim Dienst hat kein Guthaben mehr, deshalb warten alle Songs. Sobald wieder Guthaben da ist, geht es von selbst weiter.
alarm-unreachable = Der Dienst hat seit { $minutes } Minuten keinen Song angenommen: { $error }. Songs warten oder schlagen fehl, und keiner davon zählt.
alarm-disk-low = Wo die Songs liegen, sind nur noch { $free } MiB frei. Unter { $least } MiB werden keine Songs mehr angenommen.
alarm-disk-full = Wo die Songs liegen, sind nur noch { $free } MiB frei, deshalb werden keine Songs mehr angenommen. Schaff Platz oder setz BUSKER_ARCHIVE_GIB herunter.
alarm-backup-failed = Von heute gibt es keine Sicherungskopie. { $why }
alarm-late-takes = Ein Song kam, nachdem er schon aufgegeben war: { $job }. Er wird aufgehoben und ändert an keinem Limit etwas.

## The operator's terminal: starting

database-in-use = Ein anderer Busker verwendet { $database }. Beende erst den.
database-too-new = { $database } stammt von einer neueren Version von Busker. Aktualisiere diese hier.
database-damaged = { $database } ist beschädigt: { $why }.
database-way-back = Die neueste Kopie ist { $copy }; wie man zu ihr zurückkehrt, steht in docs/operate.md.
database-locked = { $database } ist von einem anderen Programm gesperrt. Schließ das erst.
database-closed = In { $database } lässt sich nicht schreiben: { $why }. Erlaub dem Konto, unter dem Busker läuft, die Datei und ihren Ordner zu beschreiben.
database-full = { $database } lässt sich nicht öffnen, weil der Datenträger voll ist. Schaff erst Platz.
database-failed = { $database } lässt sich nicht öffnen: { $why }.
http-taken = BUSKER_HTTP: Unter { $address } kann nichts antworten: { $why }.

## The operator's terminal: busker run

run-no-token = Setze DISCORD_TOKEN, oder SLACK_BOT_TOKEN mit SLACK_APP_TOKEN: Sonst weiß busker run nicht, wo es laufen soll. Im Terminal spielt Busker ohne Token: busker try
run-no-player = Sag, wer die Musik macht: Setze SOUNDVERSE_API_KEY oder, für die Hausband, BUSKER_COMPOSER=houseband.
run-stopped = Busker musste anhalten; das Log sagt, warum. Starte Busker neu, dann geht es weiter.
slack-no-bot-token = Slack: SLACK_BOT_TOKEN ist nicht gesetzt.
slack-no-bot-token-mend = Setz es auf das Bot User OAuth Token der App (xoxb-); docs/slack.md zeigt jeden Schritt.
slack-no-door = Slack: SLACK_BOT_TOKEN ist gesetzt, aber weder SLACK_APP_TOKEN noch SLACK_SIGNING_SECRET.
slack-no-door-mend = Setz SLACK_APP_TOKEN (xapp-) für den Socket Mode oder SLACK_SIGNING_SECRET für den HTTP-Modus.
slack-no-listener = Slack: Der HTTP-Modus braucht eine Adresse, an der Busker antwortet, und BUSKER_HTTP ist nicht gesetzt.
slack-no-listener-mend = Setz BUSKER_HTTP auf host:port oder, für den Socket Mode, SLACK_APP_TOKEN (xapp-).
slack-token = Slack: { $setting } wird nicht angenommen.
slack-token-mend = Kopiere es neu von der Seite der App auf https://api.slack.com/apps: Das Token des Bots beginnt mit xoxb-, das der App mit xapp-.
slack-app-scope = Slack: SLACK_APP_TOKEN erlaubt Busker keine Verbindung.
slack-app-scope-mend = Erzeuge auf der Seite der App unter Basic Information, App-Level Tokens ein neues mit dem Scope connections:write.
slack-scopes = Slack: Das Token des Bots erlaubt nicht, was Busker braucht: { $scopes }.
slack-scopes-mend = Gib der App ihr Manifest noch einmal (busker manifest slack druckt es), und installiere sie dann erneut im Workspace.
slack-refuses = Slack: Es sagt nicht, wer der Bot ist: { $why }.
slack-unwell = Slack: { $host } antwortet mit Status { $status }.
slack-unwell-mend = Warte eine Weile und versuch es noch einmal; https://slack-status.com berichtet von Störungen bei Slack selbst.
slack-away = Slack: { $host } ist nicht erreichbar: { $why }.
slack-slow = Slack: { $host } hat nicht innerhalb von { $seconds } s geantwortet.
slack-away-mend = Prüfe das Netz dieses Rechners und SLACK_API_BASE, falls es gesetzt ist.
slack-unlike = Slack: Was unter { $base } antwortet, ist nicht die API von Slack.
slack-unlike-mend = Berichtige SLACK_API_BASE, das auf /api/ endet, oder lass es leer.
manifest-description = Macht aus Worten Lieder: Tippe /song, und eine Minute später sind ein Cover und zwei Fassungen da.
manifest-long-description = Busker macht Lieder, wo Leute reden. Tippe /song und wovon es handeln soll: Eine Karte erscheint, zeigt, wie weit das Lied ist, und endet mit dem Cover und beiden Fassungen, zum Anhören, Verlängern, Nochmal-Versuchen. /music macht Instrumentalstücke, /jingle kurze im Klang eines Kanals. Wie viele Lieder sich jemand wünschen darf, bestimmen die Admins dieses Workspace. Busker läuft auf eurem eigenen Rechner.
manifest-menu-song = Lied daraus machen
manifest-menu-extend = Titel verlängern
manifest-jingle-sound = Wie die Jingles dieses Kanals klingen
manifest-busker-admin = Wer wie viele Lieder wo verlangen darf; Nutzung, Aufträge, Pause, Protokoll
manifest-busker = Jeder Befehl von Busker unter einem Namen
manifest-busker-usage = song ein Seemannslied | quota | help
manifest-prefix-odd = „{ $prefix }“ kann nicht vor einem Befehl stehen: Nimm kleine Buchstaben von a bis z, Ziffern, - und _.
manifest-prefix-long = { $command } wäre zu lang: Slack nimmt { $most } Zeichen. Nimm etwas Kürzeres davor.
manifest-address-odd = An „{ $address }“ kann Slack nichts schicken: Schreib eine Adresse mit https:// und einem Host, etwa https://songs.example.
discord-token-refused = Discord nimmt DISCORD_TOKEN nicht an. Kopiere das Token des Bots neu aus dem Developer Portal.
discord-unreachable = Discord ist nicht erreichbar: { $why }. Prüfe das Netz und starte Busker dann neu.
discord-unwell = Discord antwortet mit Status { $status }, also kann dort nichts beginnen. Warte eine Weile, und sieh nach, was busker doctor sagt.
discord-connections-used-up = Discord lässt vorerst keine Verbindungen mehr zu: Alle { $total } des Tages sind verbraucht. Neue gibt es in { $time }.
discord-form-too-late = Das hat zu lange gedauert, daher kann das Formular nicht mehr gezeigt werden. Bitte versuch es noch einmal.
slack-revoked = Slack hat Busker den Zugang entzogen: Sein Token wurde widerrufen, oder die App wurde aus dem Workspace entfernt. Installier die App erneut und setz SLACK_BOT_TOKEN neu.
slack-who = Slack sagt gerade nicht, wer du bist. Bitte versuch es noch einmal.
slack-form-title = Das Formular ist bereit
slack-form-line = Slack öffnet es nur, wenn du auf den Knopf drückst.
slack-form-open = Formular öffnen
slack-form-send = Senden
slack-form-close = Schließen
slack-pick = Was ist zu tun?
slack-files-sent = Die Dateien liegen in unseren Direktnachrichten.
slack-files-lost = Die Dateien konnten dir nicht geschickt werden. Bitte versuch es noch einmal.
slack-home-running = Unterwegs
permission-manage-threads = Threads verwalten (dieser Thread ist gesperrt)
permission-connect = Verbinden
permission-private-thread = ein Platz in diesem privaten Thread (erwähne Busker einmal darin)
permission-membership = ein Platz in diesem Kanal (lade ihn einmal ein: /invite und sein Name)

## The operator's terminal: busker backup

backup-made = { $database } wurde nach { $file } kopiert: { $size }, geprüft und unversehrt.
backup-missing = Es gibt noch keine Datenbank unter { $database }, also auch nichts zu kopieren.
backup-exists = { $file } gibt es schon. Nimm einen anderen Dateinamen.
backup-no-folder = Den Ordner { $folder } gibt es nicht. Leg ihn erst an.
backup-not-writable = In { $folder } lässt sich nichts schreiben: { $why }.
backup-full = Der Datenträger von { $folder } ist voll. Von der Kopie blieb nichts zurück.
backup-corrupt = { $database } ist beschädigt, deshalb wurde keine Kopie behalten: { $why }. Kehr zu einer früheren Kopie zurück.
backup-failed = { $database } ließ sich nicht kopieren: { $why }.

## The operator's terminal: busker doctor

doctor-ok = gut
doctor-note = Hinweis
doctor-wrong = Fehler
doctor-well = Es gibt keine Fehler.
doctor-unwell = Es gibt Fehler; in den Zeilen unter jedem „Fehler“ steht, was hilft.
doctor-settings = Einstellungen: Alle sind brauchbar.
doctor-settings-mend = Berichtige das in der Umgebung oder in .env; alles Weitere wird danach geprüft.
doctor-versions = Python { $python } und SQLite { $sqlite }.
doctor-sqlite-old = SQLite { $version } ist zu alt; nötig ist mindestens { $least }.
doctor-sqlite-mend = Installier ein neueres Python, das ein neueres SQLite mitbringt.
doctor-zone = Ein Tag beginnt um Mitternacht in { $zone }.
doctor-data = Daten
doctor-songs = Songs
doctor-folder = { $name }: In { $folder } kann geschrieben werden.
doctor-folder-new = { $name }: { $folder } gibt es noch nicht; Busker legt den Ordner an.
doctor-folder-closed = { $name }: In { $folder } kann nicht geschrieben werden: { $why }.
doctor-folder-mend = Erlaub dem Konto, unter dem Busker läuft, in { $folder } zu schreiben.
doctor-disk = Datenträger: { $free } GiB frei.
doctor-disk-small = Datenträger: { $free } GiB frei, weniger als die { $most } GiB, die BUSKER_ARCHIVE_GIB den Songs zugesteht.
doctor-disk-full = Datenträger: nur noch { $free } GiB frei.
doctor-disk-mend = Schaff Platz oder verleg BUSKER_DATA_DIR auf einen anderen Datenträger.
doctor-database = Datenbank: { $database } ist unversehrt; Version { $version }, Journal { $journal }, { $songs ->
    [one] 1 Song
   *[other] { $songs } Songs
}.
doctor-database-new = Datenbank: { $database } gibt es noch nicht; Busker legt sie an.
doctor-database-older = Datenbank: { $database } hat Version { $version }; der nächste Start bringt sie auf den neuesten Stand. Mach vorher eine Sicherungskopie.
doctor-database-later = Datenbank: { $database } hat Version { $version } und stammt von einem neueren Busker.
doctor-database-upgrade = Aktualisiere diesen Busker oder kehr zu einer Kopie von davor zurück.
doctor-database-corrupt = Datenbank: { $database } ist beschädigt: { $why }.
doctor-database-restore = Beende Busker und kehr zur letzten guten Kopie zurück; wie das geht, steht in docs/operate.md.
doctor-database-closed = Datenbank: { $database } ist nicht lesbar: { $why }.
doctor-database-permit = Erlaub dem Konto, unter dem Busker läuft, die Datei und ihren Ordner zu lesen und zu beschreiben.
doctor-player-unsaid = Musik: Ein Chat-Token ist gesetzt, aber nichts sagt, wer die Musik macht.
doctor-player-say = Setz BUSKER_COMPOSER auf soundverse oder houseband.
doctor-player-soundverse = Musik: Soundverse unter { $host }, weil BUSKER_COMPOSER es so sagt. Dort wurde nicht angefragt: Jede Anfrage kann etwas kosten.
doctor-player-key = Musik: Soundverse unter { $host }, weil ein Schlüssel dafür gesetzt ist. Dort wurde nicht angefragt: Jede Anfrage kann etwas kosten.
doctor-player-chosen = Musik: die Hausband, weil BUSKER_COMPOSER es so sagt.
doctor-player-default = Musik: die Hausband, weil BUSKER_COMPOSER nicht gesetzt ist.
doctor-key = Schlüssel: SOUNDVERSE_API_KEY ist gesetzt und hat die übliche Form.
doctor-key-odd = Schlüssel: SOUNDVERSE_API_KEY ist gesetzt, beginnt aber nicht wie die meisten mit { $prefix }.
doctor-key-missing = Schlüssel: SOUNDVERSE_API_KEY ist nicht gesetzt.
doctor-key-mend = Trag den Schlüssel aus dem API-Dashboard ein oder setz BUSKER_COMPOSER=houseband.
doctor-key-unused = Schlüssel: SOUNDVERSE_API_KEY ist gesetzt und wird nicht verwendet; BUSKER_COMPOSER=soundverse verwendet ihn.
doctor-key-plain = Schlüssel: Er geht über unverschlüsseltes http an { $host }; andere können ihn unterwegs mitlesen.
doctor-band-instruments = Hausband: Ihre Audiobibliotheken und ihre Schrift lassen sich laden.
doctor-band-broken = Hausband: Ihre Bibliotheken lassen sich nicht laden: { $why }
doctor-band-install = Installier die Pakete von Busker noch einmal: make setup.
doctor-soundfont = Hausband: Aus dem Soundfont { $path } kommen diese Klänge: { $instruments }.
doctor-soundfont-unused = Hausband: Sie kann das Soundfont nicht verwenden und spielt mit ihren eigenen Klängen weiter. { $why }
doctor-band-playing = Hausband: Unter { $address } spielt eine.
doctor-band-free = Hausband: { $address } ist für sie frei.
doctor-band-taken = Hausband: { $address } kann sie nicht bekommen: { $why }.
doctor-band-move = Beende, was die Adresse belegt, oder setz HOUSEBAND_ADDRESS auf einen anderen Wert der Form host:port.
doctor-band-keyless = Hausband: SOUNDVERSE_BASE_URL nennt eine Band, aber HOUSEBAND_KEY ist nicht gesetzt.
doctor-band-key = Setz HOUSEBAND_KEY auf den Schlüssel dieser Band.
doctor-band-silent = Hausband: Unter { $address } antwortet keine.
doctor-band-start = Starte sie mit busker houseband oder berichtige SOUNDVERSE_BASE_URL.
doctor-alarms = Alarme: Störungen werden in { $channel } gemeldet.
doctor-alarms-logged = Alarme: Störungen stehen nur im Log, weil BUSKER_OPERATOR_CHANNEL nicht gesetzt ist.
doctor-alarms-nowhere = Alarme: In { $channel } können keine Störungen gemeldet werden, weil kein Token für { $token } gesetzt ist.
doctor-http-answers = HTTP: Unter { $address } antwortet ein Busker.
doctor-http-free = HTTP: { $address } ist für BUSKER_HTTP frei.
doctor-http-taken = HTTP: BUSKER_HTTP kann { $address } nicht bekommen: { $why }.
doctor-http-move = Beende, was die Adresse belegt, oder setz BUSKER_HTTP auf einen anderen Wert der Form host:port.
doctor-links-nowhere = HTTP: BUSKER_PUBLIC_URL ist gesetzt, aber Busker antwortet nirgends.
doctor-links-listen = Setz BUSKER_HTTP auf den Wert host:port, zu dem die öffentliche Adresse führt.
doctor-discord-bot = Discord: Das Token wird angenommen; der Bot ist { $bot }, die Anwendung { $application } ({ $id }).
doctor-discord-token = Discord: DISCORD_TOKEN wird nicht angenommen.
doctor-discord-token-mend = Kopiere das Token des Bots neu aus dem Developer Portal: Bot, Reset Token.
doctor-discord-away = Discord: { $host } ist nicht erreichbar: { $why }.
doctor-discord-slow = Discord: { $host } hat nicht innerhalb von { $seconds } s geantwortet.
doctor-discord-away-mend = Prüfe das Netz dieses Rechners und DISCORD_API_BASE, falls es gesetzt ist.
doctor-discord-unwell = Discord: { $host } antwortet mit Status { $status }.
doctor-discord-unwell-mend = Warte eine Weile und versuch es noch einmal; https://discordstatus.com berichtet von Störungen bei Discord selbst.
doctor-discord-unlike = Discord: Was unter { $base } antwortet, ist nicht die API von Discord.
doctor-discord-unlike-mend = Berichtige DISCORD_API_BASE, das auf /api/v10 endet, oder lass es leer.
doctor-discord-elsewhere = Discord: Befehle gehen an { $url } statt an Busker.
doctor-discord-elsewhere-mend = Leere im Developer Portal unter General Information das Feld Interactions Endpoint URL.
doctor-discord-grant = Discord: Der Bot lässt sich nicht über seinen Link einladen.
doctor-discord-grant-mend = Schalte im Developer Portal unter Bot die Option Requires OAuth2 Code Grant aus.
doctor-discord-open = Discord: Alle können den Bot einladen, und er spielt auf jedem Server, auf dem er ist, weil BUSKER_SERVERS nicht gesetzt ist.
doctor-discord-closed = Discord: BUSKER_SERVERS nennt { $servers ->
    [0] keinen Server von Discord, also spielt er auf keinem
    [one] den einen Server, auf dem er spielt
   *[other] die { $servers } Server, auf denen er spielt
}.
doctor-discord-own = Discord: Nur wem der Bot gehört, kann ihn einladen.
doctor-discord-intents = Discord: Im Developer Portal sind privilegierte Intents an ({ $intents }). Busker braucht keine; du kannst sie ausschalten.
doctor-discord-invite = Discord: Dieser Link lädt den Bot ein: { $link }
doctor-discord-install = Discord: Mit diesem Link installiert man ihn für sich selbst: { $link }
doctor-discord-install-off = Discord: BUSKER_DIRECT ist an, aber niemand kann den Bot für sich selbst installieren: Im Developer Portal ist unter Installation die Option User Install aus.
doctor-discord-gateway = Discord: { $host }, woher die Ereignisse kommen, ist erreichbar; { $left } von { $total } Verbindungen sind heute noch übrig.
doctor-discord-gateway-away = Discord: { $host }, woher die Ereignisse kommen, ist nicht erreichbar: { $why }.
doctor-discord-gateway-mend = Prüfe das Netz dieses Rechners und DISCORD_GATEWAY_URL, falls es gesetzt ist.
doctor-discord-spent = Discord: Alle { $total } Verbindungen von heute sind verbraucht.
doctor-discord-spent-mend = Neue gibt es in { $time }. Finde heraus, was den Bot immer wieder startet.
doctor-discord-nowhere = Discord: Der Bot ist noch auf keinem Server; der Link oben lädt ihn ein.
doctor-discord-servers = Discord: Der Bot ist auf { $servers ->
    [one] 1 Server
   *[other] { $servers } Servern
}: { $names }.
doctor-discord-more = { $names } und { $count } weiteren
doctor-discord-server = Discord: { $server } erlaubt alles Nötige und Dateien von { $size } MiB.
doctor-discord-lacks = Discord: { $server } erlaubt dem Bot nicht: { $permissions }.
doctor-discord-lacks-mend = Erlaube es dort der Rolle des Bots, oder öffne den Link oben noch einmal und wähle diesen Server.
doctor-discord-absent = Discord: { $setting } nennt { $server }, und der Bot ist nicht dort.
doctor-discord-absent-mend = Lade ihn dorthin ein, oder nimm { $server } aus { $setting }.
doctor-discord-channel = Discord: Der Kanal für den Betrieb ist #{ $channel } auf { $server }, und der Bot kann dort schreiben.
doctor-discord-channel-direct = Discord: Der Kanal für den Betrieb ist eine Direktnachricht.
doctor-discord-channel-hidden = Discord: Den Kanal für den Betrieb { $channel } gibt es nicht, oder der Bot sieht ihn nicht.
doctor-discord-channel-find = Berichtige BUSKER_OPERATOR_CHANNEL: „Kanal-ID kopieren“ im Menü des Kanals gibt die Zahl. Lass den Bot diesen Kanal sehen.
doctor-discord-channel-kind = Discord: Der Kanal für den Betrieb #{ $channel } auf { $server } nimmt keine Nachrichten an.
doctor-discord-channel-pick = Nenne in BUSKER_OPERATOR_CHANNEL einen Textkanal.
doctor-discord-channel-closed = Discord: Der Kanal für den Betrieb #{ $channel } auf { $server } erlaubt dem Bot nicht: { $permissions }.
doctor-discord-channel-open = Erlaube es der Rolle des Bots in den Berechtigungen dieses Kanals.
doctor-slack-bot = Slack: Das Token wird angenommen; der Bot ist { $bot } im Workspace { $team } ({ $id }).
doctor-slack-scopes = Slack: Das Token erlaubt alles Nötige.
doctor-slack-helpful = Slack: Das Token erlaubt nicht { $scopes }. Busker kommt ohne aus; docs/slack.md sagt, was dann anders ist.
doctor-slack-socket = Slack: Alles kommt über den Socket Mode herein, und SLACK_APP_TOKEN wird angenommen.
doctor-slack-http = Slack: Alles kommt unter { $url } herein, und dort antwortet ein Busker mit diesem SLACK_SIGNING_SECRET.
doctor-slack-http-silent = Slack: Alles soll unter { $url } hereinkommen; dort antwortet im Moment kein Busker.
doctor-slack-secret = Slack: Der Busker unter { $url } nimmt nicht an, was mit SLACK_SIGNING_SECRET unterschrieben ist.
doctor-slack-secret-mend = Kopiere das Signing Secret neu von der Seite der App, unter Basic Information, und starte Busker neu.
doctor-slack-elsewhere = Slack: BUSKER_SERVERS nennt diesen Workspace nicht, also kann sich hier niemand Lieder wünschen.
doctor-slack-elsewhere-mend = Nimm { $server } in BUSKER_SERVERS auf, oder lass es leer.
doctor-slack-channel = Slack: Der Kanal für den Betrieb ist #{ $channel }, und der Bot kann dort schreiben.
doctor-slack-channel-direct = Slack: Der Kanal für den Betrieb ist eine Direktnachricht.
doctor-slack-channel-hidden = Slack: Den Kanal für den Betrieb { $channel } gibt es nicht, oder der Bot sieht ihn nicht.
doctor-slack-channel-find = Berichtige BUSKER_OPERATOR_CHANNEL: Am Ende der Details eines Kanals steht seine ID. In einen privaten Kanal muss der Bot eingeladen werden.
doctor-slack-channel-archived = Slack: Der Kanal für den Betrieb #{ $channel } ist archiviert.
doctor-slack-channel-pick = Nenne in BUSKER_OPERATOR_CHANNEL einen anderen Kanal.
doctor-slack-channel-closed = Slack: Der Bot ist nicht im Kanal für den Betrieb #{ $channel }, und sein Token erlaubt ihm nicht, dort trotzdem zu schreiben.
doctor-slack-channel-invite = Lade ihn dorthin ein: /invite @{ $bot }
permission-view-channel = Kanäle ansehen
permission-send-messages = Nachrichten senden
permission-send-messages-in-threads = Nachrichten in Threads senden
permission-embed-links = Links einbetten
permission-attach-files = Dateien anhängen
permission-read-message-history = Nachrichtenverlauf anzeigen
doctor-spend-later = Song: Es wurde keiner gekauft, weil es Fehler gibt.
doctor-spend-made = Song: „{ $title }“ ist entstanden und abgerufen; { $takes ->
    [one] 1 Take liegt
   *[other] { $takes } Takes liegen
} in { $folder }.
doctor-spend-unkept = Song: Er ist entstanden, lässt sich aber in { $folder } nicht speichern: { $why }.
doctor-spend-unspent = Es wurde nichts angefordert und nichts ausgegeben.
doctor-spend-free = Das hat nichts gekostet.
doctor-spend-maybe = Ob das etwas gekostet hat, ist nicht bekannt: Sieh im Dashboard des Dienstes nach.
doctor-spend-charged = Der Dienst hat dafür etwas berechnet.
