# Every sentence Busker says, in French. A key's first word tells where it is used.

## The status card: what is being made

heading-song = Chanson : { $prompt }
heading-music = Musique : { $prompt }
heading-jingle = Jingle : { $prompt }
heading-extend = Une version plus longue de « { $title } »
extend-family = Famille : { $family }
extend-whole = D’après sa durée, c’est la chanson entière.
extend-part = D’après sa durée, c’est seulement la partie ajoutée.
heading-declined = Une chanson qui ne peut pas être faite
heading-audio = Une chanson à partir de votre audio
jingle-length = Coupé à { $seconds } s ; les prises entières sont conservées
heading-unknown = Une chanson sans titre
asked-by = À la demande de { $who }
player-soundverse = Joué par Soundverse
player-houseband = Joué par le groupe maison
artist-soundverse = Soundverse
artist-houseband = Le groupe maison
player-not-sung = Joué par le groupe maison ; les paroles sont jouées, pas chantées

## The status card: how far it is

stage-reserved = Mise en file d’attente
stage-queued = { $ahead ->
    [0] C’est la prochaine
    [one] En attente, { $ahead } chanson devant vous
   *[other] En attente, { $ahead } chansons devant vous
}
stage-held = En attente : le service ne prend pas de chansons pour le moment ; celle-ci garde sa place
stage-held-told = En attente : le service ne prend pas de chansons pour le moment. La personne qui gère Busker a été prévenue ; cette chanson garde sa place
stage-restarting = Busker redémarre ; cette chanson reprendra ensuite
stage-sent = Envoi de la demande
stage-accepted = Demande acceptée
stage-composing = Composition en cours
stage-posting = Récupération des prises
stage-slow = Plus lent que d’habitude
usual-seconds = D’habitude { $seconds } s
usual-minutes = D’habitude { $minutes } min
stage-quiet = Toujours en cours
stage-done = Les deux prises sont prêtes
stage-partial = Une prise est prête ; l’autre a échoué
stage-cancelled = Annulée ; elle ne compte pas
stage-cancelled-counts = Annulée. Le service ne peut pas être arrêté, donc celle-ci compte
take-follows = La prise { $letter } va suivre
take-linked = La prise { $letter } est trop lourde pour être publiée ici. Elle se trouve à l’adresse { $url }
take-ready = La prise { $letter } est prête
take-facts = Prise { $letter } : { $length }
take-facts-bpm = Prise { $letter } : { $length }, { $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = Le service ne fait pas de chanson avec cette demande.
why-hint = Le service n’accepte pas certains mots, ni les noms d’artistes. Dites-le autrement, ou décrivez le son.
doesnt-count = Celle-ci ne compte pas.
failure-refused = Le service a refusé cette demande.
failure-bad-call = Le service n’a pas compris cette demande.
failure-declined = Le service a refusé le texte. Essayez avec d’autres mots.
failure-file-refused = Le service n’a pas pu utiliser l’audio.
failure-file-refused-houseband = Le groupe maison ne peut pas écouter d’audio : il fait des chansons à partir de mots et ne prolonge que ses propres prises.
failure-file-not-https = L’adresse de l’audio doit commencer par https://.
failure-file-not-public = L’adresse de l’audio mène à un réseau privé, auquel le service n’a pas accès.
failure-file-unreachable = Aucun fichier n’est disponible à l’adresse de l’audio.
failure-file-too-large = L’audio dépasse 10 Mo.
failure-file-not-audio = Ce qui se trouve à l’adresse de l’audio n’est pas de l’audio.
failure-input-gone = L’audio joint ne peut plus être récupéré. Redemandez la chanson en le joignant de nouveau.
failure-key-rejected = Le service n’accepte pas la clé de ce bot. C’est à la personne qui gère Busker d’y remédier.
failure-out-of-credit = Le compte de ce bot auprès du service n’a plus de crédit.
failure-busy = Le service est surchargé. Réessayez dans quelques minutes.
failure-unavailable = Le service a un problème en ce moment. Réessayez plus tard.
failure-connection-lost = La connexion au service a été perdue.
failure-overdue = Le service a mis trop de temps. Si la chanson arrive tout de même, elle sera conservée pour vous : /library
failure-take-failed = Le service a accepté la chanson, puis n’a pas réussi à la faire.
failure-misshapen = Le service a envoyé une réponse incompréhensible.
failure-soundverse-error = Le service a échoué.
failure-source-lost = La prise à prolonger ne peut plus être récupérée.
failure-file-lost = La chanson a été faite, mais ses fichiers n’ont pas pu être récupérés.
failure-interrupted = Busker a redémarré au mauvais moment, et cette chanson a été interrompue.
failure-restored = Busker a dû revenir à une copie de ses données, dans laquelle cette chanson n’était pas encore terminée.
failure-unshowable = Cette chanson ne pouvait pas être affichée ici, donc elle n’a pas été demandée.
failure-unstarted = Cette chanson a attendu deux heures sans que son tour vienne.
failure-no-files = La chanson a été faite, mais ses fichiers n’ont pas pu être récupérés. S’ils peuvent l’être plus tard, ils seront conservés pour vous.
failure-undelivered = Elle n’a pas pu être publiée ici ; elle est conservée pour vous : /library
failure-sent-direct = Elle n’a pas pu être publiée ici, donc elle vous a été envoyée en privé.
failure-too-large = Elle est trop lourde pour être publiée ici ; elle est conservée pour vous : /library
failure-linked = Elle est trop lourde pour être publiée ici ; un lien la remplace.
failure-uncut = Le jingle n’a pas pu être coupé à la bonne durée ; voici la prise entière.
failure-defect = Un problème est survenu de notre côté.

## What is left

left-none = Plus aucune chanson disponible { $window }
left-some = { $left ->
    [one] Il reste { $left } chanson sur { $most } { $window }
   *[other] Il reste { $left } chansons sur { $most } { $window }
}
left-any = { $used ->
    [one] Pas de limite ici ; { $used } chanson { $window }
   *[other] Pas de limite ici ; { $used } chansons { $window }
}
window-hour = cette heure-ci
window-day = aujourd’hui
window-week = cette semaine
window-month = ce mois-ci
quota-title = Vos chansons
quota-used = { $used ->
    [one] { $used } chanson demandée { $window }
   *[other] { $used } chansons demandées { $window }
}
quota-title-other = Les chansons de { $who }
rule-of-person = Selon une règle personnelle : { $rule }
rule-of-role = Selon la règle du rôle : { $rule }
rule-of-everyone = Selon la règle pour tout le monde ici : { $rule }
rule-of-default = Selon la règle par défaut : { $rule }
songs-a-window = { $most ->
    [0] aucune chanson
    [one] { $most } chanson par { $unit }
   *[other] { $most } chansons par { $unit }
}
quota-granted = { $songs ->
    [one] Et { $songs } chanson accordée en plus
   *[other] Et { $songs } chansons accordées en plus
}
quota-granted-until = { $songs ->
    [one] Et { $songs } chanson accordée en plus ; cela prend fin { $when }
   *[other] Et { $songs } chansons accordées en plus ; cela prend fin { $when }
}
quota-blocked = Blocage : aucune chanson ne peut être demandée
quota-blocked-until = Blocage : aucune chanson ne peut être demandée. Il prend fin { $when }
quota-budget = Le budget de ce Busker : { $used } sur { $most } { $window }, remise à zéro { $when }
quota-server = Tout le monde ensemble ici : { $used } sur { $most } { $window }, remise à zéro { $when }
quota-no-rule = Aucune règle ne vous limite ici
quota-resets = Remise à zéro { $when }
unit-hour = heure
unit-day = jour
unit-week = semaine
unit-month = mois
time-hours = { $hours } h { $minutes } min
time-minutes = { $minutes } min
time-days = { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}
time-in-hours = dans { $hours } h { $minutes } min
time-in-minutes = dans { $minutes } min
time-in-days = { $days ->
    [one] dans { $days } jour
   *[other] dans { $days } jours
}

## Answers

late-takes = « { $title } » est finalement arrivée. Elle est conservée pour vous : /library. Elle ne compte pas.
cancel-done-title = Annulation faite
cancel-done = « { $title } » ne compte pas.
cancel-counts = Le service ne peut pas être arrêté ; « { $title } » compte.
button-cancel = Annuler
button-why = Pourquoi ?
button-go = C’est parti
button-send-directly = Me l’envoyer directement
button-edit = Modifier

private-title = Rien que pour vous
private-comes = Elle arrivera dans vos messages privés, et personne d’autre ne la verra.

review-title = Est-ce bon comme ça ?
review-prompt = Sujet : { $prompt }
review-lyrics = Paroles :
review-no-lyrics = Le service écrit les paroles.
review-reference-url = Dans ce style : { $url }
review-backing-url = Chantée sur cet audio : { $url }
review-vocals-url = Avec cette voix : { $url }
review-melody-url = Sur cette mélodie : { $url }
review-private = Personne d’autre ne la verra.
review-dropped = Rien n’a été demandé.
review-sent-title = Demande envoyée
review-sent = Sa carte arrive.

help-title = Ce que vous pouvez demander
help-make = Musique
help-more = Vos chansons et plus encore
help-admins = Pour les admins
help-menus = Dans le menu d’un message
help-line = { $example } · { $what }
help-options = { "    " }avec { $options }
help-operator = Pour qui gère Busker, aussi avec { $options }
example-song = /song une chanson d’anniversaire pour Ana
example-music = /music pluie lo-fi
example-jingle = /jingle notre réunion du lundi
example-library = /library pluie
example-prompt = une chanson d’anniversaire pour Ana
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }, prise { $letter }, { $age }
track-this = { $title }, prise { $letter }
ago-minutes = { $minutes ->
    [0] à l’instant
   *[other] il y a { $minutes } min
}
ago-hours = il y a { $hours } h
ago-days = { $days ->
    [one] il y a { $days } jour
   *[other] il y a { $days } jours
}
## The library, and what is done with finished songs

button-extend = Prolonger { $letter }
button-again = Refaire
button-remix = Remixer
button-favourite = ♥ { $letter }
button-unlike = Retirer ♥ { $letter }
button-lyrics = Paroles
button-delete = Supprimer
button-keep = Garder
button-open = Ouvrir
button-show = Afficher à nouveau
button-previous = Précédent
button-next = Suivant
button-back = Retour
library-title = Vos chansons
library-favourites = Vos favoris
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = arrivée en retard
library-gone = fichiers effacés
library-private = privée
library-search = Avec « { $search } » dans le titre ou le texte
library-empty = Vous n’avez pas encore de chanson terminée. Demandez-en une avec /song.
library-no-favourites = Vous n’avez pas encore de favoris. Appuyez sur ♥ sous une chanson, et elle sera conservée le plus longtemps.
library-not-found = Rien ici ne contient « { $search } » dans son titre, sa description ou ses paroles.
favourite-now = La prise { $letter } de « { $title } » fait maintenant partie de vos favoris : /library favourites.
favourite-no-more = La prise { $letter } de « { $title } » ne fait plus partie de vos favoris.
lyrics-title = Les paroles de « { $title } »
lyrics-take = Prise { $letter }
lyrics-none = C’est un morceau instrumental ; rien n’y est chanté.
lyrics-unknown = Les paroles ne sont pas connues, ou ne sont plus conservées.
lyrics-long = Elles sont longues, donc elles sont dans le fichier.
panel-in-file = C’est trop long pour être affiché ici ; tout est dans le fichier.
remix-forgotten = La demande de cette chanson n’est plus conservée ; écrivez-la à nouveau
show-done = Publiée à nouveau ici.
show-done-alone = Elle est privée, donc elle vous a été envoyée en privé.
delete-title = Supprimer « { $title } » ?
delete-what = Ses messages, ses fichiers et ses textes disparaissent, et personne ne pourra les récupérer. Ce qu’elle a compté reste compté.
delete-done-title = « { $title } » est supprimée
delete-done = Ses messages, ses fichiers et ses textes ont disparu. Ce qu’elle a compté reste compté.
delete-messages-stay = Ses fichiers et ses textes ont disparu. Un message n’a pas pu être retiré ; veuillez le supprimer vous-même.

## For admins: what they set, and what holds now

admin-done = C’est fait
admin-more = … et { $more } de plus
until-ever = sans limite de durée
until-moment = jusqu’au { $moment }
rule-set-person = Règle pour { $who } ici : { $songs }.
rule-set-role = Règle ici pour chaque personne ayant le rôle { $who } : { $songs }.
rule-set-everyone = Règle ici pour chaque personne : { $songs }.
rule-set-server = Règle ici pour tout le monde ensemble : { $songs }.
rule-cleared-person = { $who } n’a plus de règle personnelle ni de chansons accordées ici.
rule-cleared-role = Le rôle { $who } n’a plus de règle ici.
rule-cleared-everyone = Il n’y a plus de règle pour chaque personne ici.
rule-cleared-server = Il n’y a plus de règle pour tout le monde ensemble ici.
rule-cleared-else = Pour ces personnes s’applique désormais leur propre règle, celle d’un autre rôle, celle pour tout le monde ici ou celle par défaut.
admin-granted = { $who } peut demander { $songs ->
    [one] { $songs } chanson de plus
   *[other] { $songs } chansons de plus
} à chaque remise à zéro de sa règle, { $until }.
admin-reset = La règle de { $who } repart à zéro : ce qui a été demandé jusqu’ici ne compte plus.
admin-blocked = { $who } ne peut plus demander de chansons ici, { $until }. Celles qui sont en cours continuent.
admin-unblocked = { $who } peut de nouveau demander des chansons ici.
admin-not-blocked = Aucun blocage ne concerne { $who } ici.
admin-zone = Les jours commencent désormais à minuit, heure de { $zone } ; heure actuelle là-bas : { $time }.
admin-paused = En pause : personne ne peut demander de chansons sur ce serveur tant qu’un admin n’a pas mis fin à la pause. Celles qui sont en cours continuent.
admin-paused-all = En pause : personne ne peut demander de chansons, nulle part, tant que vous n’avez pas mis fin à la pause. Celles qui sont en cours continuent.
admin-resumed = On peut de nouveau demander des chansons sur ce serveur.
admin-resumed-all = On peut de nouveau demander des chansons, partout où les admins du serveur n’ont pas fait de pause.
admin-still-paused = Ce serveur n’est plus en pause, mais la personne qui gère Busker l’a mis en pause partout.
show-title = Les règles de ce serveur
rule-default-each = Chaque personne, par défaut : { $songs }
rule-default-each-none = Chaque personne, par défaut : autant de chansons que voulu
rule-default-together = Tout le monde ensemble, par défaut : { $songs }
rule-default-together-none = Tout le monde ensemble, par défaut : autant de chansons que voulu
rule-shown-person = { $who } : { $songs }
rule-shown-role = Chaque personne ayant le rôle { $who } : { $songs }
rule-shown-everyone = Chaque personne : { $songs }
rule-shown-server = Tout le monde ensemble : { $songs }
show-grant = { $who } : { $songs ->
    [one] { $songs } chanson
   *[other] { $songs } chansons
} en plus, { $until }
show-block = Blocage de { $who }, { $until }
show-paused = En pause : personne ne peut demander de chansons ici
show-zone = Les jours commencent à minuit, heure de { $zone }
channels-title = Les salons de ce serveur
channel-allowed = { $channel } est autorisé.
channel-denied = { $channel } est interdit : on ne peut pas y demander de chansons.
channel-cleared = { $channel } n’est plus ni autorisé ni interdit.
channels-only-those = On ne peut demander des chansons que dans les salons autorisés.
channels-others = On peut demander des chansons dans tous les autres salons.
words-title = Mots qu’on ne peut pas demander ici
words-none = Il n’y en a aucun.
word-added = On ne peut plus demander « { $word } » ici.
word-there = On ne pouvait déjà pas demander « { $word } » ici.
word-removed = On peut de nouveau demander « { $word } » ici.
usage-title = Les chansons de ce serveur
usage-title-all = Les chansons de tous les serveurs
usage-day = Aujourd’hui, demandées : { $asked } ; comptées : { $counted } ; faites : { $made } ; par { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
usage-month = Ce mois-ci, demandées : { $asked } ; comptées : { $counted } ; faites : { $made } ; par { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
}
usage-forgotten = Une personne dont les données ont été supprimées
usage-person = { $place }. { $who } : { $songs }
usage-billed = Facturées, ou peut-être facturées : { $today } aujourd’hui, { $month } ce mois-ci
usage-costs = Cela fait environ { $today } aujourd’hui et { $month } ce mois-ci, à { $price } la chanson
jobs-title = Chansons en cours
jobs-none = Il n’y en a aucune.
job-waiting = { $id } : en attente depuis { $time }, pour { $who }
job-working = { $id } : en cours depuis { $time }, pour { $who }
job-choice-waiting = { $id } : en attente depuis { $time }
job-choice-working = { $id } : en cours depuis { $time }
job-cancelled = { $id }, pour { $who }, est annulée et ne compte pas.
job-cancelled-counts = { $id }, pour { $who }, est annulée ; le service ne peut pas être arrêté, donc elle compte.
job-posting = { $id } : en cours de publication, pour { $who }
audit-title = Ce qui a été modifié
audit-none = Rien pour l’instant.
audit-line = { $moment } { $who } : { $what }
audit-line-where = { $line } ({ $where })
audit-everywhere = partout
audit-rule-person = { $songs } pour { $subject }
audit-rule-role = { $songs } pour chaque personne ayant le rôle { $subject }
audit-rule-everyone = { $songs } pour chaque personne
audit-rule-server = { $songs } pour tout le monde ensemble
audit-clear-rule-person = règle personnelle de { $subject } retirée
audit-clear-rule-role = règle du rôle { $subject } retirée
audit-clear-rule-everyone = règle pour chaque personne retirée
audit-clear-rule-server = règle pour tout le monde ensemble retirée
audit-grant = { $songs ->
    [one] { $songs } chanson
   *[other] { $songs } chansons
} en plus pour { $subject }, sans limite de durée
audit-grant-until = { $songs ->
    [one] { $songs } chanson
   *[other] { $songs } chansons
} en plus pour { $subject }, { $until }
audit-clear-grants = chansons accordées à { $subject } retirées
audit-reset = remise à zéro de la règle de { $subject }
audit-block = blocage de { $subject }, sans limite de durée
audit-block-until = blocage de { $subject }, { $until }
audit-unblock = fin du blocage de { $subject }
audit-pause = mise en pause
audit-resume = fin de la pause
audit-channel-allowed = { $subject } autorisé
audit-channel-denied = { $subject } interdit
audit-clear-channel = { $subject } ni autorisé ni interdit désormais
audit-word = « { $subject } » interdit
audit-clear-word = « { $subject } » n’est plus interdit
audit-zone = les jours commencent à minuit, heure de { $subject }
audit-sound = un nouveau son pour { $subject }
audit-clear-sound = son de { $subject } retiré
audit-cancel = chanson { $subject } annulée
audit-delete = chanson { $subject } supprimée
button-older = Plus anciens
sound-title = Le son de ce salon
sound-none = Aucun n’est défini : les jingles sonnent comme on les demande.
sound-style = Style : { $style }
sound-tags = Mots-clés : { $tags }
sound-banned = Ici, personne ne peut demander : { $banned }
hint-user = Dites qui : user: …
hint-rule = Écrivez un nombre et hour, day, week ou month : 5/day
hint-songs = Dites combien : songs: 3
hint-word = Dites lequel : word: …
hint-server = Dites lequel des serveurs de cette plateforme : server: …

## What is kept about people

notice-soundverse = C’est votre première chanson ici, d’où ce message unique : ce que vous écrivez pour elle (et les adresses d’audio) est envoyé à Soundverse, qui fait la musique ; votre identité, non.
notice-houseband = C’est votre première chanson ici, d’où ce message unique : ce que vous écrivez pour elle reste sur la machine où tourne Busker ; c’est là que le groupe maison fait la musique.
notice-kept = Busker le conserve avec la chanson pendant { $days ->
    [one] { $days } jour
   *[other] { $days } jours
}, et se souvient pendant 13 mois de qui l’a demandée.
notice-yours = /library vous donne tout ce qui est conservé sur vous, ou le supprime.
button-export = Exporter mes données
button-forget = Supprimer mes données
button-forget-yes = Tout supprimer
export-title = Vos données
export-made = Tout ce qui est conservé sur vous, avec { $songs ->
    [one] { $songs } chanson
   *[other] { $songs } chansons
}, est dans le fichier.
export-left-out = { $takes ->
    [one] { $takes } prise n’y tenait pas ; « Afficher à nouveau » dans /library vous la remet.
   *[other] { $takes } prises n’y tenaient pas ; « Afficher à nouveau » dans /library vous les remet.
}
export-readme = Voici tout ce que Busker conserve sur vous. data.json le contient sous forme de texte, avec les heures en UTC ; le dossier songs contient vos prises. Les prises qui n’y tenaient pas figurent sous left_out : « Afficher à nouveau » dans /library vous les remet.
forget-title = Supprimer tout ce qui est conservé sur vous ?
forget-goes = Ce que vous avez écrit, les titres, les paroles et les fichiers de vos chansons, vos favoris et ce qui attend votre « C’est parti » sont supprimés définitivement. Les chansons en cours sont d’abord annulées.
forget-messages = Les messages publiés restent ; supprimez avant cela ces chansons une par une dans /library. Ce que des admins ont fixé pour vous (limites, chansons en plus, blocages) reste de leur ressort.
forget-counts = Le nombre de chansons que vous avez demandées continue de compter, sans votre nom, pendant { $days } jours, puis disparaît aussi.
forget-elsewhere = Ce qui a été envoyé à Soundverse, seul Soundverse peut le supprimer.
forgotten-title = Suppression faite
forgotten = { $songs ->
    [0] Il n’y avait aucune chanson de vous.
    [one] { $songs } chanson était à vous ; rien n’en est conservé.
   *[other] { $songs } chansons étaient à vous ; rien n’en est conservé.
}

## Refusals: nothing was spent

refused-title = Rien n’a été fait
refusal = Ce n’est pas possible.
refusal-unknown-command = La commande /{ $name } n’existe pas. Vous pouvez utiliser { $known }.
refusal-over-quota-person = { $most ->
    [0] D’après la règle qui vous concerne, vous ne pouvez pas demander de chansons ici.
   *[other] Votre limite de { $most } par { $unit } est atteinte. Remise à zéro { $when }.
}
refusal-over-quota-server = { $most ->
    [0] D’après la règle de ce serveur, on ne peut pas demander de chansons ici.
   *[other] La limite du serveur, { $most } par { $unit }, est atteinte. Remise à zéro { $when }.
}
refusal-over-quota-server-own = { $most ->
    [0] D’après la règle de ce serveur, on ne peut pas demander de chansons ici.
   *[other] La limite du serveur, { $most } par { $unit }, est atteinte (il vous reste { $left } sur { $own }). Remise à zéro { $when }.
}
refusal-over-quota-budget = Busker a fait toutes les chansons permises pour le moment. Remise à zéro { $when }.
refusal-over-quota-tries = { $most ->
    [one] { $most } essai a échoué
   *[other] { $most } essais ont échoué
} { $window } ; faites une pause. Vous pourrez redemander { $when }.
refusal-over-quota-declines = Le service a refusé le texte de { $most ->
    [one] { $most } chanson
   *[other] { $most } chansons
} { $window } ; faites une pause. Vous pourrez redemander { $when }.
refusal-too-many-running = { $most ->
    [one] Vous avez { $most } chanson en cours ; attendez qu’elle soit prête.
   *[other] Vous avez { $most } chansons en cours ; attendez que l’une d’elles soit prête.
}
refusal-blocked = Vous ne pouvez pas demander de chansons ici : un admin vous a bloqué l’accès.
refusal-blocked-until = Vous ne pouvez pas demander de chansons ici : un admin vous a bloqué l’accès. Le blocage prend fin { $when }.
refusal-paused = Busker est en pause : aucune chanson ne peut être demandée tant qu’un admin n’y a pas mis fin.
refusal-no-room = Busker n’a plus de place pour conserver une chanson, donc elle n’a pas été demandée. C’est à la personne qui gère Busker de faire de la place.
refusal-restarting = Busker redémarre, donc rien n’a été demandé ni modifié. Réessayez dans une minute.
refusal-not-allowed-here = Une chanson ne peut pas être publiée ici : Busker n’a pas le droit d’y écrire ou d’y envoyer des fichiers.
refusal-not-allowed-here-missing = Une chanson ne peut pas être publiée ici. Il manque à Busker : { $missing }. La personne qui gère ce lieu peut l’autoriser.
refusal-no-direct-messages = Busker ne peut pas vous écrire en privé. Autorisez les messages privés de ce serveur, ou faites votre demande sans private.
refusal-server-closed = Busker n’est pas ouvert à ce serveur. C’est la personne qui gère Busker qui choisit les serveurs.
refusal-direct-closed = Busker ne fait des chansons que sur les serveurs qui l’ont ajouté. Faites votre demande sur l’un d’eux.
refusal-guests-closed = Ici, Busker ne fait des chansons que pour les membres de cet espace de travail, pas pour les invités ni pour les personnes d’autres organisations.
refusal-channel-closed = Les admins de ce serveur préfèrent que les chansons soient demandées dans d’autres salons.
refusal-word-banned = On ne peut pas demander « { $word } » ici. Essayez avec d’autres mots.
refusal-not-permitted-moderate = Seule la modération de ce serveur peut faire cela.
refusal-not-permitted-set-channels = Seules les personnes qui gèrent ce salon peuvent faire cela.
refusal-not-permitted-administer = Seuls les admins de ce serveur peuvent faire cela.
refusal-not-permitted-operate = Seule la personne qui gère Busker peut faire cela.
refusal-not-posted = La publication ici a échoué. La chanson est conservée ; réessayez, ou essayez ailleurs.
refusal-on-its-way = Cette chanson est encore en cours. Annulez-la d’abord, ou attendez qu’elle soit prête.
refusal-not-yours = Celle-ci appartient à quelqu’un d’autre.
defect = Un problème est survenu de notre côté ; rien n’a été dépensé. Veuillez réessayer.
option-missing = Il manque { $option }. { $hint }
option-too-long = { $option } est trop long : { $length } caractères, { $most } au maximum.
option-too-large = Ce qui est joint comme { $option } dépasse 10 Mo.
option-twice = { $option } est donné deux fois : joint, et par une adresse. N’en gardez qu’un.
option-unknown = /{ $command } n’a pas d’option « { $option } ». Options possibles : { $known }.
option-nameless = /{ $command } ne sait pas ce qu’est « { $given } ». Écrivez devant l’une de ces options, avec deux-points : { $known }.
option-unwanted = /{ $command } ne prend rien de plus.
option-elsewhere = Cette prise se trouve chez un autre groupe maison, qu’on ne peut pas joindre d’ici.
option-not-url = { $option } doit être une adresse qui commence par https://.
option-not-switch = { $option } vaut on ou off, et « { $given } » n’est ni l’un ni l’autre.
option-not-person = { $option } est une personne, et « { $given } » ne désigne personne. Écrivez @ et choisissez le nom proposé.
option-not-channel = { $option } est un canal, et « { $given } » n’en désigne aucun. Écrivez # et choisissez le nom proposé.
option-no-roles = Slack n’a pas de rôles. Dites-le pour une personne ou pour tout le monde ensemble.
option-not-seconds = « { $given } » n’est pas une durée. Écrivez des secondes, par exemple 15.
option-off-sound = « { $word } » n’est pas souhaité dans les jingles de ce salon. Demandez autre chose.
option-not-time = « { $given } » n’est pas un moment. Écrivez des secondes ou m:ss, par exemple 45 ou 1:30.
option-no-platform = Il n’y a pas de plateforme « { $given } ». Il y a { $known }.
option-not-rule = « { $given } » n’est pas une règle. Écrivez un nombre et hour, day, week ou month : 5/day
option-not-until = « { $given } » n’est pas une fin. Écrivez une durée comme 12h, 7d ou 2w, ou une date comme 2026-12-31.
option-past = « { $given } » est déjà passé.
option-one-of = { $option } et { $others } ne vont pas ensemble.
option-no-word = « { $given } » ne contient ni lettre ni chiffre.
option-too-many = Il y a déjà { $most } mots ; retirez-en d’abord.
option-not-zone = « { $given } » n’est pas un fuseau horaire. Écrivez-en un comme Europe/Berlin.
option-out-of-range = { $option } doit être compris entre { $least } et { $most }.
option-too-short = Cette prise dure moins de 8 secondes, c’est trop court pour la prolonger.
option-invalid = { $option } ne peut pas être utilisé ainsi.
nothing-track = { $name ->
    [none] Vous n’avez pas encore de chanson terminée. Demandez-en d’abord une
   *[other] Vous n’avez pas de chanson terminée qui s’appelle « { $name } »
}.
nothing-draft = Ce brouillon n’existe plus. Demandez la chanson à nouveau.
nothing-song = Cette chanson n’est pas connue ici.
nothing-take = Cette prise n’est plus conservée.
nothing-take-yet = Cette chanson n’a pas encore de prise. Attendez qu’elle soit terminée.
nothing-audio = Ce message ne contient ni chanson de Busker, ni fichier mp3 ou wav.
nothing-slack-audio = Les fichiers de Slack ne peuvent pas être utilisés : seul Slack peut les ouvrir. Placez l’audio là où une adresse https y mène, et publiez cette adresse.
nothing-source = La prise que cette chanson prolongeait n’est plus conservée.
nothing-files = Les fichiers de cette chanson ne sont plus conservés.
nothing-deleted = Cette chanson a été supprimée.
nothing-button = Ce bouton ne fait plus rien.
nothing-running = Vous n’avez rien à annuler.
nothing-job-here = Aucune chanson nommée { $name } n’est en cours sur ce serveur.
nothing-word = « { $name } » ne fait pas partie des mots qu’on ne peut pas demander ici.
nothing-job = Vous n’avez aucune chanson en cours qui s’appelle « { $name } ».

## The catalogue: what can be asked

command-song = Une chanson avec du chant
command-song-prompt = De quoi elle doit parler, et comment elle doit sonner
command-song-lyrics = Vos propres paroles
command-song-reference = Audio dont suivre le style : mp3 ou wav, 10 Mo au plus
command-song-reference-url = Adresse https d’un audio dont suivre le style
command-song-backing = Instrumental sur lequel chanter : mp3 ou wav, 10 Mo au plus
command-song-backing-url = Adresse https d’un instrumental sur lequel chanter
command-song-vocals = Voix à accompagner : mp3 ou wav, 10 Mo au plus
command-song-vocals-url = Adresse https d’une voix à accompagner
command-song-melody = Mélodie à suivre : mp3 ou wav, 10 Mo au plus
command-song-melody-url = Adresse https d’une mélodie à suivre
command-song-private = on : elle arrive dans vos messages privés
command-song-review = on : pour tout vérifier avant la demande
command-song-draft = Le brouillon correspondant
command-music = Un morceau instrumental
command-music-prompt = Comment il doit sonner
command-music-style = Un style, par exemple jazz
command-music-private = on : il arrive dans vos messages privés
command-jingle = Un court instrumental avec le son de ce salon
command-jingle-prompt = Pour quoi il est fait, et comment il doit sonner
command-jingle-length = Durée : de 5 à 60 secondes ; 15 si vous ne dites rien
command-jingle-private = on : il arrive dans vos messages privés
command-extend = Une version plus longue d’une de vos prises
command-extend-track = Quelle prise ; la plus récente si vous ne dites rien
command-extend-at = À partir d’où : secondes ou m:ss ; la fin si vous ne dites rien
command-extend-lyrics = Les paroles de la nouvelle partie
command-extend-prompt = Comment elle doit continuer
command-library = Vos chansons terminées
command-library-search = Un texte du titre, de la description, du style ou des paroles
command-library-favourites = Seulement celles avec ♥, y compris celles d’autres personnes
command-quota = Ce qu’il vous reste
command-busker-help = Ce que vous pouvez demander
command-quota-user = De qui ; pour la modération
command-jingle-sound-set = Définir comment sonnent les jingles de ce salon
command-jingle-sound-set-style = Un style, par exemple ska
command-jingle-sound-set-tags = D’autres précisions, séparées par des virgules : cuivres, joyeux
command-jingle-sound-set-banned = Mots qu’on ne peut pas demander dans ce salon, séparés par des virgules
command-jingle-sound-show = Voir comment sonnent les jingles de ce salon
command-jingle-sound-clear = Laisser les jingles sonner comme on les demande
command-busker-admin-quota-set = Fixer combien de chansons on peut demander
command-busker-admin-quota-set-rule = Combien : 5/day, ou avec hour, week, month
command-busker-admin-quota-clear = Retirer une règle ; pour une personne, aussi les chansons accordées
command-busker-admin-quota-grant = Accorder des chansons de plus à une personne
command-busker-admin-quota-grant-songs = Combien de plus
command-busker-admin-quota-reset = Remettre à zéro la règle d’une personne
command-busker-admin-quota-show = Voir les règles de ce serveur, ou ce qu’il reste à une personne
command-busker-admin-quota-role = Quel rôle
command-busker-admin-quota-together = on : pour tout le monde ensemble ici
command-busker-admin-block = Empêcher une personne de demander des chansons
command-busker-admin-unblock = Mettre fin à un blocage
command-busker-admin-user = Quelle personne
command-busker-admin-until = Jusqu’à quand : 12h, 7d, 2w ou une date ; sinon sans limite de durée
command-busker-admin-channels-allow = Autoriser un salon ; ceux qui ne le sont pas sont alors fermés
command-busker-admin-channels-deny = Fermer un salon
command-busker-admin-channels-clear = Ne plus ni autoriser ni interdire un salon
command-busker-admin-channels-list = Voir où l’on peut demander des chansons
command-busker-admin-channels-channel = Lequel ; celui-ci si vous ne dites rien
command-busker-admin-words-add = Interdire un mot dans les demandes
command-busker-admin-words-remove = Autoriser de nouveau un mot
command-busker-admin-words-list = Voir les mots qu’on ne peut pas demander
command-busker-admin-words-word = Un mot, ou plusieurs qui se suivent
command-busker-admin-timezone = Fixer le fuseau où les jours commencent à minuit, ou voir lequel c’est
command-busker-admin-timezone-zone = Par exemple Europe/Berlin
command-busker-admin-usage = Voir combien de chansons ont été demandées, et par qui
command-busker-admin-usage-csv = on : avec un tableau de ce mois-ci
command-busker-admin-jobs = Voir ce qui est en cours, ou l’annuler
command-busker-admin-jobs-cancel = Quelle chanson annuler
command-busker-admin-pause = Ne laisser personne demander de chansons
command-busker-admin-resume = Mettre fin à une pause
command-busker-admin-audit = Voir ce qui a été modifié
command-busker-admin-audit-before = Avant quelle modification
command-busker-admin-server = Pour qui gère Busker : un autre serveur
command-busker-admin-platform = Pour qui gère Busker : une autre plateforme
command-busker-admin-everywhere = Pour qui gère Busker : on pour tous les serveurs
command-cancel = Ne plus attendre une chanson
command-cancel-job = Quelle chanson ; la plus récente si vous ne dites rien
menu-extend = Prolonger ce morceau
menu-song = Chanson tirée de ce message
command-menu-extend = Une version plus longue de la chanson ou de l’audio qu’il contient
command-menu-song = Son texte et son audio, dans le formulaire d’une chanson

## Noms des commandes et des options

name-song = chanson
name-music = musique
name-jingle = jingle
name-extend = prolonger
name-library = bibliothèque
name-quota = quota
name-busker-admin-quota = quota
name-cancel = annuler
name-busker-help = busker-aide
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = définir
name-show = afficher
name-clear = effacer
name-grant = accorder
name-reset = réinitialiser
name-block = bloquer
name-unblock = débloquer
name-channels = salons
name-allow = autoriser
name-deny = interdire
name-list = lister
name-words = mots
name-add = ajouter
name-remove = retirer
name-timezone = fuseau-horaire
name-usage = utilisation
name-jobs = en-cours
name-pause = suspendre
name-resume = reprendre
name-audit = historique
name-prompt = description
name-lyrics = paroles
name-reference = référence
name-reference-url = référence-url
name-backing = accompagnement
name-backing-url = accompagnement-url
name-vocals = voix
name-vocals-url = voix-url
name-melody = mélodie
name-melody-url = mélodie-url
name-private = privé
name-review = vérifier
name-style = style
name-length = durée
name-track = prise
name-at = depuis
name-search = recherche
name-favourites = favoris
name-user = personne
name-job = chanson
name-tags = précisions
name-banned = interdits
name-rule = règle
name-role = rôle
name-together = ensemble
name-songs = chansons
name-until = jusque
name-channel = salon
name-word = mot
name-zone = zone
name-csv = csv
name-server = serveur
name-platform = plateforme
name-everywhere = partout

## Forms: labels of at most 45 characters

form-song = Une chanson
form-music = Un morceau instrumental
form-jingle = Un jingle
form-extend = Une version plus longue
form-extend-this = Une version plus longue
form-again = Refaire
form-edit = Modifier
form-remix = Remixer
extend-lyrics-hint = Les paroles de cette chanson ne sont pas connues : écrivez celles de la nouvelle partie
extend-audio-at-hint = Secondes ou m:ss depuis le début, par exemple 1:30
extend-audio-lyrics-hint = Les paroles de la nouvelle partie ; [Instrumental] s’il n’y en a pas
field-prompt = Ce que vous imaginez
field-prompt-hint = Une chanson d’anniversaire pour Ana, douce et lente
field-prompt-hint-music = Pluie lo-fi, lente et douce
field-prompt-hint-jingle = Notre réunion du lundi, gaie et brève
field-prompt-hint-extend = Comment elle doit continuer
field-lyrics = Paroles
field-lyrics-hint = Laissez vide, et le service les écrira
field-lyrics-hint-extend = Les paroles de la nouvelle partie
field-style = Style musical
field-style-hint = Par exemple jazz ou lo-fi
field-length = Durée en secondes
field-length-hint = De 5 à 60
field-reference-url = Audio dont suivre le style
field-reference-url-hint = Une adresse qui commence par https://
field-track = Quelle prise
field-track-hint = Celle à partir de laquelle continuer
field-at = À partir d’où
field-at-hint = Secondes ou m:ss ; vide veut dire la fin
field-audio-url = Audio à prolonger
field-audio-url-hint = Une adresse commençant par https://

## The terminal

console-title = Busker
console-welcome = Demandez une chanson : /song une chanson d’anniversaire pour Ana
console-hints = /help montre ce qu’on peut demander, /quit pour quitter
console-as = Vous jouez le rôle de { $name }
console-goes-on = Reprise de ce qui n’était pas terminé
console-unfinished = Ce qui n’est pas terminé reprendra au prochain démarrage de Busker
console-files = Les fichiers sont dans { $folder }
console-kept = Enregistrement : { $file }
console-not-kept = L’enregistrement dans { $folder } a échoué : { $why }
console-more = ♪ et { $count } de plus
console-private = Visible uniquement par vous
console-private-other = Visible uniquement par { $name }
console-elsewhere = Dans { $channel }
console-operator = Dans le salon de la personne qui gère Busker
console-no-number = Aucun bouton ne porte le numéro { $number }.
console-form-typed = Entrée passe au champ suivant, ou Échap puis Entrée là où il peut y avoir plusieurs lignes. Ctrl-C quitte le formulaire
console-form-scripted = Une ligne par champ ; une ligne vide garde ce qui s’y trouve
console-form-several-lines = Entrée commence une nouvelle ligne ; Échap puis Entrée passe à la suite
console-form-left = Vous avez quitté le formulaire ; rien n’a été demandé.
console-form-again = Remplir à nouveau
console-form-missing = Ce champ est nécessaire.
console-form-choose = Écrivez un nombre de 1 à { $most }.
console-form-too-long = Trop long : { $length } caractères, { $most } au maximum.

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = Busker a besoin de vous
alarm-noticed = Constaté le { $time }
alarm-budget = Le budget de { $most } par { $unit } est utilisé à { $percent } % : { $used } chansons. Remise à zéro { $when }.
alarm-budget-used-up = Le budget de { $most } par { $unit } est épuisé, donc aucune chanson ne peut être demandée. Remise à zéro { $when }.
alarm-budget-cost = Cela fait environ { $cost }, à { $price } la chanson.
alarm-key-rejected = Le service n’accepte pas la clé, donc toutes les chansons attendent. Mettez la bonne dans SOUNDVERSE_API_KEY (celle du groupe maison : HOUSEBAND_KEY) et redémarrez Busker.
alarm-key-elsewhere = Le service n’accepte pas la clé, donc toutes les chansons attendent. La clé semble être celle de { $host } : vérifiez SOUNDVERSE_BASE_URL.
alarm-out-of-credit = Le compte auprès du service n’a plus de crédit, donc toutes les chansons attendent. Elles reprendront d’elles-mêmes dès qu’il y en aura.
alarm-unreachable = Le service n’a pris aucune chanson depuis { $minutes } minutes : { $error }. Les chansons attendent ou échouent, et aucune ne compte.
alarm-disk-low = Il ne reste que { $free } Mio libres là où les chansons sont conservées. En dessous de { $least } Mio, plus aucune chanson n’est prise.
alarm-disk-full = Il ne reste que { $free } Mio libres là où les chansons sont conservées, donc plus aucune chanson n’est prise. Faites de la place, ou réduisez BUSKER_ARCHIVE_GIB.
alarm-backup-failed = Il n’y a pas de sauvegarde d’aujourd’hui. { $why }
alarm-late-takes = Une chanson est arrivée après avoir été abandonnée : { $job }. Elle est conservée et ne change aucune limite.

## The operator's terminal: starting

database-in-use = Un autre Busker utilise { $database }. Arrêtez-le d’abord.
database-too-new = { $database } a été créé par une version plus récente de Busker. Mettez celui-ci à jour.
database-damaged = { $database } est endommagé : { $why }.
database-way-back = La copie la plus récente est { $copy } ; docs/operate.md explique comment y revenir.
database-locked = { $database } est verrouillé par un autre programme. Fermez-le d’abord.
database-closed = Impossible d’écrire dans { $database } : { $why }. Donnez au compte qui exécute Busker le droit d’écrire le fichier et dans son dossier.
database-full = Impossible d’ouvrir { $database } : le disque est plein. Faites d’abord de la place.
database-failed = Impossible d’ouvrir { $database } : { $why }.
http-taken = BUSKER_HTTP : impossible de répondre à l’adresse { $address } : { $why }.

## The operator's terminal: busker run

run-no-token = Définissez DISCORD_TOKEN, ou SLACK_BOT_TOKEN avec SLACK_APP_TOKEN : sans eux, busker run ne sait pas où fonctionner. Dans le terminal, Busker joue sans jeton : busker try
run-no-player = Dites qui fait la musique : définissez SOUNDVERSE_API_KEY, ou BUSKER_COMPOSER=houseband pour le groupe maison.
run-stopped = Busker a dû s’arrêter ; son journal dit pourquoi. Relancez-le, et il reprendra.
slack-no-bot-token = Slack : SLACK_BOT_TOKEN n'est pas défini.
slack-no-bot-token-mend = Donnez-lui le Bot User OAuth Token de l'application (xoxb-) ; docs/slack.md décrit chaque étape.
slack-no-door = Slack : SLACK_BOT_TOKEN est défini, mais ni SLACK_APP_TOKEN ni SLACK_SIGNING_SECRET.
slack-no-door-mend = Définissez SLACK_APP_TOKEN (xapp-) pour Socket Mode, ou SLACK_SIGNING_SECRET pour le mode HTTP.
slack-no-listener = Slack : le mode HTTP a besoin d'une adresse où Busker écoute, et BUSKER_HTTP n'est pas défini.
slack-no-listener-mend = Définissez BUSKER_HTTP sous la forme host:port, ou SLACK_APP_TOKEN (xapp-) pour Socket Mode.
slack-token = Slack : { $setting } n'est pas accepté.
slack-token-mend = Copiez-le à nouveau depuis la page de l'application sur https://api.slack.com/apps : le jeton du bot commence par xoxb-, celui de l'application par xapp-.
slack-app-scope = Slack : SLACK_APP_TOKEN ne permet pas à Busker de se connecter.
slack-app-scope-mend = Sur la page de l'application, sous Basic Information, App-Level Tokens, créez-en un nouveau avec la portée connections:write.
slack-scopes = Slack : le jeton du bot ne permet pas ce dont Busker a besoin : { $scopes }.
slack-scopes-mend = Donnez de nouveau son manifeste à l'application (busker manifest slack l'affiche), puis réinstallez-la dans l'espace de travail.
slack-refuses = Slack : il ne dit pas qui est le bot : { $why }.
slack-unwell = Slack : { $host } répond avec le statut { $status }.
slack-unwell-mend = Attendez un moment et réessayez ; https://slack-status.com signale les problèmes de Slack même.
slack-away = Slack : { $host } est injoignable : { $why }.
slack-slow = Slack : { $host } n'a pas répondu en { $seconds } s.
slack-away-mend = Vérifiez le réseau de cette machine, et SLACK_API_BASE s'il est défini.
slack-unlike = Slack : ce qui répond à { $base } n'est pas l'API de Slack.
slack-unlike-mend = Corrigez SLACK_API_BASE, qui se termine par /api/, ou laissez-le vide.
manifest-description = Change les mots en chansons : tapez /song, et une minute plus tard voici une pochette et deux versions.
manifest-long-description = Busker fait des chansons là où l'on se parle. Tapez /song et de quoi elle doit parler : une carte apparaît, change à mesure que la chanson se fait, et se termine avec la pochette et les deux versions, à écouter, à prolonger, à recommencer. /music fait des instrumentaux, /jingle de courts morceaux au son d'un canal. Les admins de cet espace de travail décident combien de chansons chacun peut demander. Il tourne sur votre propre machine.
manifest-menu-song = En faire une chanson
manifest-menu-extend = Prolonger ce titre
manifest-jingle-sound = Comment sonnent les jingles de ce canal
manifest-busker-admin = Qui peut demander combien de chansons, et où ; usage, travaux, pause, journal
manifest-busker = Toutes les commandes de Busker sous un seul nom
manifest-busker-usage = song un chant de marins | quota | help
manifest-prefix-odd = « { $prefix } » ne peut pas précéder une commande : utilisez des minuscules de a à z, des chiffres, - et _.
manifest-prefix-long = { $command } serait trop long : Slack accepte { $most } caractères. Utilisez un préfixe plus court.
manifest-address-odd = Slack ne peut rien envoyer à « { $address } » : écrivez une adresse avec https:// et un hôte, comme https://songs.example.
discord-token-refused = Discord n’accepte pas DISCORD_TOKEN. Copiez de nouveau le jeton du bot depuis le portail des développeurs.
discord-unreachable = Discord est injoignable : { $why }. Vérifiez le réseau, puis relancez Busker.
discord-unwell = Discord répond avec le statut { $status }, donc rien ne peut y commencer. Attendez un moment, et voyez ce que dit busker doctor.
discord-connections-used-up = Discord n’autorise plus de connexions pour l’instant : les { $total } de la journée sont épuisées. De nouvelles seront possibles dans { $time }.
discord-form-too-late = Cela a pris trop de temps et le formulaire ne peut plus être affiché. Veuillez redemander.
slack-revoked = Slack a retiré son accès à Busker : son jeton a été révoqué, ou l’application a été retirée de l’espace de travail. Réinstallez l’application et renseignez de nouveau SLACK_BOT_TOKEN.
slack-who = Slack ne dit pas pour le moment qui vous êtes. Veuillez redemander.
slack-form-title = Le formulaire est prêt
slack-form-line = Slack ne l’ouvre que si vous appuyez sur le bouton.
slack-form-open = Ouvrir le formulaire
slack-form-send = Envoyer
slack-form-close = Fermer
slack-pick = Que faut-il faire
slack-files-sent = Les fichiers sont dans nos messages directs.
slack-files-lost = Les fichiers n’ont pas pu vous être envoyés. Veuillez redemander.
slack-home-running = En cours
permission-manage-threads = Gérer les fils (ce fil est verrouillé)
permission-connect = Se connecter
permission-private-thread = une place dans ce fil privé (mentionnez-y Busker une fois)
permission-membership = une place dans ce canal (invitez-le une fois : /invite et son nom)

## The operator's terminal: busker backup

backup-made = { $database } a été copié dans { $file } : { $size }, copie vérifiée et intacte.
backup-missing = Il n’y a pas encore de base de données à l’emplacement { $database }, donc rien à copier.
backup-exists = { $file } existe déjà. Choisissez un fichier qui n’existe pas.
backup-no-folder = Le dossier { $folder } n’existe pas. Créez-le d’abord.
backup-not-writable = Impossible d’écrire dans { $folder } : { $why }.
backup-full = Le disque de { $folder } est plein. Rien n’a été gardé de la copie.
backup-corrupt = { $database } est endommagé, donc aucune copie n’a été gardée : { $why }. Revenez à une copie antérieure.
backup-failed = { $database } n’a pas pu être copié : { $why }.

## The operator's terminal: busker doctor

doctor-ok = ok
doctor-note = à noter
doctor-wrong = erreur
doctor-well = Tout va bien.
doctor-unwell = Quelque chose ne va pas ; la ligne sous chaque « erreur » dit comment y remédier.
doctor-settings = Réglages : tous sont utilisables.
doctor-settings-mend = Corrigez-le dans l’environnement ou dans .env ; le reste sera vérifié ensuite.
doctor-versions = Python { $python } et SQLite { $sqlite }.
doctor-sqlite-old = SQLite { $version } est trop ancien ; il faut au moins { $least }.
doctor-sqlite-mend = Installez un Python plus récent, qui apporte un SQLite plus récent.
doctor-zone = Les jours commencent à minuit, heure de { $zone }.
doctor-data = Données
doctor-songs = Chansons
doctor-folder = { $name } : on peut écrire dans { $folder }.
doctor-folder-new = { $name } : { $folder } n’existe pas encore ; Busker le créera.
doctor-folder-closed = { $name } : impossible d’écrire dans { $folder } : { $why }.
doctor-folder-mend = Donnez au compte qui exécute Busker le droit d’écrire dans { $folder }.
doctor-disk = Disque : { $free } Gio libres.
doctor-disk-small = Disque : { $free } Gio libres, moins que les { $most } Gio que BUSKER_ARCHIVE_GIB accorde aux chansons.
doctor-disk-full = Disque : seulement { $free } Gio libres.
doctor-disk-mend = Faites de la place, ou placez BUSKER_DATA_DIR sur un autre disque.
doctor-database = Base de données : { $database } est intact ; version { $version }, journal { $journal }, { $songs ->
    [one] { $songs } chanson
   *[other] { $songs } chansons
}.
doctor-database-new = Base de données : { $database } n’existe pas encore ; Busker le créera.
doctor-database-older = Base de données : { $database } est en version { $version } ; le prochain démarrage le mettra à jour. Faites d’abord une sauvegarde.
doctor-database-later = Base de données : { $database } est en version { $version }, créé par un Busker plus récent.
doctor-database-upgrade = Mettez ce Busker à jour, ou revenez à une copie antérieure.
doctor-database-corrupt = Base de données : { $database } est endommagé : { $why }.
doctor-database-restore = Arrêtez Busker et revenez à la dernière bonne copie ; docs/operate.md explique comment.
doctor-database-closed = Base de données : impossible de lire { $database } : { $why }.
doctor-database-permit = Donnez au compte qui exécute Busker le droit de lire et d’écrire le fichier et son dossier.
doctor-player-unsaid = Musique : le jeton d’un chat est défini, et rien ne dit qui fait la musique.
doctor-player-say = Mettez soundverse ou houseband dans BUSKER_COMPOSER.
doctor-player-soundverse = Musique : Soundverse chez { $host }, car BUSKER_COMPOSER le dit. Il n’a pas été appelé : tout appel peut coûter.
doctor-player-key = Musique : Soundverse chez { $host }, car sa clé est définie. Il n’a pas été appelé : tout appel peut coûter.
doctor-player-chosen = Musique : le groupe maison, car BUSKER_COMPOSER le dit.
doctor-player-default = Musique : le groupe maison, car BUSKER_COMPOSER n’est pas défini.
doctor-key = Clé : SOUNDVERSE_API_KEY est définie et a la forme habituelle.
doctor-key-odd = Clé : SOUNDVERSE_API_KEY est définie, mais ne commence pas par { $prefix } comme la plupart.
doctor-key-missing = Clé : SOUNDVERSE_API_KEY n’est pas définie.
doctor-key-mend = Mettez-y la clé du tableau de bord de l’API, ou définissez BUSKER_COMPOSER=houseband.
doctor-key-unused = Clé : SOUNDVERSE_API_KEY est définie et n’est pas utilisée ; elle l’est avec BUSKER_COMPOSER=soundverse.
doctor-key-plain = Clé : elle part vers { $host } en simple http, que d’autres peuvent lire en chemin.
doctor-band-instruments = Groupe maison : ses bibliothèques audio et sa police se chargent.
doctor-band-broken = Groupe maison : ses bibliothèques ne se chargent pas : { $why }
doctor-band-install = Réinstallez les paquets de Busker : make setup.
doctor-soundfont = Groupe maison : ces sons viennent de la soundfont { $path } : { $instruments }.
doctor-soundfont-unused = Groupe maison : il ne peut pas utiliser la soundfont et continue avec ses propres sons. { $why }
doctor-band-playing = Groupe maison : un groupe joue à l’adresse { $address }.
doctor-band-free = Groupe maison : { $address } est libre pour lui.
doctor-band-taken = Groupe maison : il ne peut pas utiliser { $address } : { $why }.
doctor-band-move = Arrêtez ce qui utilise l’adresse, ou mettez un autre host:port dans HOUSEBAND_ADDRESS.
doctor-band-keyless = Groupe maison : SOUNDVERSE_BASE_URL en désigne un, et HOUSEBAND_KEY n’est pas définie.
doctor-band-key = Mettez la clé de ce groupe dans HOUSEBAND_KEY.
doctor-band-silent = Groupe maison : aucun ne répond à l’adresse { $address }.
doctor-band-start = Démarrez-le avec busker houseband, ou corrigez SOUNDVERSE_BASE_URL.
doctor-alarms = Alertes : les problèmes sont signalés dans { $channel }.
doctor-alarms-logged = Alertes : les problèmes ne sont que dans le journal, car BUSKER_OPERATOR_CHANNEL n’est pas défini.
doctor-alarms-nowhere = Alertes : les problèmes ne peuvent pas être signalés dans { $channel }, car aucun jeton { $token } n’est défini.
doctor-http-answers = HTTP : un Busker répond à l’adresse { $address }.
doctor-http-free = HTTP : { $address } est libre pour BUSKER_HTTP.
doctor-http-taken = HTTP : BUSKER_HTTP ne peut pas utiliser { $address } : { $why }.
doctor-http-move = Arrêtez ce qui utilise l’adresse, ou mettez un autre host:port dans BUSKER_HTTP.
doctor-links-nowhere = HTTP : BUSKER_PUBLIC_URL est défini, mais Busker ne répond nulle part.
doctor-links-listen = Mettez dans BUSKER_HTTP le host:port auquel mène l’adresse publique.
doctor-discord-bot = Discord : le jeton est accepté ; le bot est { $bot }, l’application { $application } ({ $id }).
doctor-discord-token = Discord : DISCORD_TOKEN n’est pas accepté.
doctor-discord-token-mend = Copiez de nouveau le jeton du bot depuis le portail des développeurs : Bot, Reset Token.
doctor-discord-away = Discord : { $host } est injoignable : { $why }.
doctor-discord-slow = Discord : { $host } n’a pas répondu en { $seconds } s.
doctor-discord-away-mend = Vérifiez le réseau de cette machine, et DISCORD_API_BASE s’il est défini.
doctor-discord-unwell = Discord : { $host } répond avec le statut { $status }.
doctor-discord-unwell-mend = Attendez un moment, puis réessayez ; https://discordstatus.com informe des pannes de Discord.
doctor-discord-unlike = Discord : ce qui répond à { $base } n’est pas l’API de Discord.
doctor-discord-unlike-mend = Corrigez DISCORD_API_BASE, qui se termine par /api/v10, ou laissez-le vide.
doctor-discord-elsewhere = Discord : les commandes sont envoyées à { $url } au lieu de Busker.
doctor-discord-elsewhere-mend = Dans le portail des développeurs, sous General Information, videz Interactions Endpoint URL.
doctor-discord-grant = Discord : le bot ne peut pas être invité par son lien.
doctor-discord-grant-mend = Dans le portail des développeurs, sous Bot, désactivez Requires OAuth2 Code Grant.
doctor-discord-open = Discord : tout le monde peut inviter le bot, et il joue sur tous les serveurs où il se trouve, car BUSKER_SERVERS n’est pas défini.
doctor-discord-closed = Discord : BUSKER_SERVERS nomme { $servers ->
    [0] aucun serveur Discord, donc il ne joue sur aucun
    [one] le seul serveur où il joue
   *[other] les { $servers } serveurs où il joue
}.
doctor-discord-own = Discord : seul son propriétaire peut inviter le bot.
doctor-discord-intents = Discord : des intents privilégiés sont activés dans le portail des développeurs ({ $intents }). Busker n’en a pas besoin ; vous pouvez les désactiver.
doctor-discord-invite = Discord : ce lien invite le bot : { $link }
doctor-discord-install = Discord : avec ce lien, chacun l’installe pour soi : { $link }
doctor-discord-install-off = Discord : BUSKER_DIRECT est activé, mais personne ne peut installer le bot pour soi : dans le portail des développeurs, sous Installation, User Install est désactivé.
doctor-discord-gateway = Discord : { $host }, d’où viennent les événements, est joignable ; il reste { $left } connexions sur { $total } aujourd’hui.
doctor-discord-gateway-away = Discord : { $host }, d’où viennent les événements, est injoignable : { $why }.
doctor-discord-gateway-mend = Vérifiez le réseau de cette machine, et DISCORD_GATEWAY_URL s’il est défini.
doctor-discord-spent = Discord : les { $total } connexions du jour sont épuisées.
doctor-discord-spent-mend = Il y en aura de nouvelles dans { $time }. Cherchez ce qui relance sans cesse le bot.
doctor-discord-nowhere = Discord : le bot n’est encore sur aucun serveur ; le lien ci-dessus l’invite.
doctor-discord-servers = Discord : le bot est sur { $servers ->
    [one] { $servers } serveur
   *[other] { $servers } serveurs
} : { $names }.
doctor-discord-more = { $names } et { $count } autres
doctor-discord-server = Discord : { $server } permet tout ce qu’il faut, et des fichiers de { $size } Mio.
doctor-discord-lacks = Discord : { $server } ne permet pas au bot : { $permissions }.
doctor-discord-lacks-mend = Accordez-le là-bas au rôle du bot, ou rouvrez le lien ci-dessus et choisissez ce serveur.
doctor-discord-absent = Discord : { $setting } nomme { $server }, et le bot n’y est pas.
doctor-discord-absent-mend = Invitez-le là-bas, ou retirez { $server } de { $setting }.
doctor-discord-channel = Discord : le salon de la personne qui gère Busker est #{ $channel } sur { $server }, et le bot peut y écrire.
doctor-discord-channel-direct = Discord : le salon de la personne qui gère Busker est un message privé.
doctor-discord-channel-hidden = Discord : le salon de la personne qui gère Busker { $channel } n’existe pas, ou le bot ne le voit pas.
doctor-discord-channel-find = Corrigez BUSKER_OPERATOR_CHANNEL : « Copier l’identifiant du salon » dans le menu du salon donne le numéro. Laissez le bot voir ce salon.
doctor-discord-channel-kind = Discord : le salon de la personne qui gère Busker #{ $channel } sur { $server } ne prend pas de messages.
doctor-discord-channel-pick = Nommez un salon textuel dans BUSKER_OPERATOR_CHANNEL.
doctor-discord-channel-closed = Discord : le salon de la personne qui gère Busker #{ $channel } sur { $server } ne permet pas au bot : { $permissions }.
doctor-discord-channel-open = Accordez-le au rôle du bot dans les permissions de ce salon.
doctor-slack-bot = Slack : le jeton est accepté ; le bot est { $bot } dans l'espace de travail { $team } ({ $id }).
doctor-slack-scopes = Slack : le jeton permet tout ce qu'il faut.
doctor-slack-helpful = Slack : le jeton ne permet pas { $scopes }. Busker s'en passe ; docs/slack.md dit ce qui change alors.
doctor-slack-socket = Slack : tout arrive par Socket Mode, et SLACK_APP_TOKEN est accepté.
doctor-slack-http = Slack : tout arrive à { $url }, et un Busker avec ce SLACK_SIGNING_SECRET y répond.
doctor-slack-http-silent = Slack : tout doit arriver à { $url }, où aucun Busker ne répond pour le moment.
doctor-slack-secret = Slack : le Busker à { $url } n'accepte pas ce qui est signé avec SLACK_SIGNING_SECRET.
doctor-slack-secret-mend = Copiez à nouveau le Signing Secret depuis la page de l'application, sous Basic Information, et relancez Busker.
doctor-slack-elsewhere = Slack : BUSKER_SERVERS ne nomme pas cet espace de travail, donc personne ne peut y demander de chansons.
doctor-slack-elsewhere-mend = Ajoutez { $server } à BUSKER_SERVERS, ou laissez-le vide.
doctor-slack-channel = Slack : le canal de l'opérateur est #{ $channel }, et on peut y écrire.
doctor-slack-channel-direct = Slack : le canal de l'opérateur est un message direct.
doctor-slack-channel-hidden = Slack : le canal de l'opérateur { $channel } n'existe pas, ou le bot ne le voit pas.
doctor-slack-channel-find = Corrigez BUSKER_OPERATOR_CHANNEL : les détails du canal se terminent par son identifiant. Dans un canal privé, il faut inviter le bot.
doctor-slack-channel-archived = Slack : le canal de l'opérateur #{ $channel } est archivé.
doctor-slack-channel-pick = Nommez un autre canal dans BUSKER_OPERATOR_CHANNEL.
doctor-slack-channel-closed = Slack : le bot n'est pas dans le canal de l'opérateur #{ $channel }, et son jeton ne lui permet pas d'y écrire malgré tout.
doctor-slack-channel-invite = Invitez-le là-bas : /invite @{ $bot }
permission-view-channel = Voir les salons
permission-send-messages = Envoyer des messages
permission-send-messages-in-threads = Envoyer des messages dans les fils
permission-embed-links = Intégrer des liens
permission-attach-files = Joindre des fichiers
permission-read-message-history = Voir les anciens messages
doctor-spend-later = Chanson : aucune n’a été achetée, car quelque chose ne va pas.
doctor-spend-made = Chanson : « { $title } » a été faite et récupérée ; { $takes ->
    [one] { $takes } prise se trouve
   *[other] { $takes } prises se trouvent
} dans { $folder }.
doctor-spend-unkept = Chanson : elle a été faite, mais ne peut pas être conservée dans { $folder } : { $why }.
doctor-spend-unspent = Rien n’a été demandé, et rien n’a été dépensé.
doctor-spend-free = Cela n’a rien coûté.
doctor-spend-maybe = On ne sait pas si cela a coûté quelque chose : voyez le tableau de bord du service.
doctor-spend-charged = Le service l’a facturée.
