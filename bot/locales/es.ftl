# Every sentence Busker says, in Spanish. A key's first word tells where it is used.

## The status card: what is being made

heading-song = Canción: { $prompt }
heading-music = Música: { $prompt }
heading-jingle = Jingle: { $prompt }
heading-extend = Una versión más larga de «{ $title }»
extend-family = Familia: { $family }
extend-whole = Por su duración, es la canción entera.
extend-part = Por su duración, es solo la parte añadida.
heading-declined = Una canción que no se puede hacer
heading-audio = Una canción a partir de tu audio
jingle-length = Recortado a { $seconds } s; las tomas enteras se guardan
heading-unknown = Una canción sin título
asked-by = A petición de { $who }
player-soundverse = Interpretación de Soundverse
player-houseband = Interpretación de la banda de la casa
artist-soundverse = Soundverse
artist-houseband = La banda de la casa
player-not-sung = Interpretación de la banda de la casa; la letra se toca, no se canta

## The status card: how far it is

stage-reserved = Entrando en la lista de espera
stage-queued = { $ahead ->
    [0] Es la siguiente
    [one] En espera, hay 1 canción delante
   *[other] En espera, hay { $ahead } canciones delante
}
stage-held = En espera: el servicio no acepta canciones en este momento; esta conserva su lugar
stage-held-told = En espera: el servicio no acepta canciones en este momento. Quien administra Busker ya está al tanto; esta canción conserva su lugar
stage-restarting = Busker se está reiniciando; después sigue con esta canción
stage-sent = Pidiendo la canción
stage-accepted = Aceptada
stage-composing = Componiendo
stage-posting = Descargando las tomas
stage-slow = Más lenta de lo normal
usual-seconds = Normalmente { $seconds } s
usual-minutes = Normalmente { $minutes } min
stage-quiet = Sigue en marcha
stage-done = Las dos tomas están listas
stage-partial = Una toma está lista; la otra falló
stage-cancelled = Cancelada; no cuenta
stage-cancelled-counts = Cancelada. El servicio no se puede detener, así que esta cuenta
take-follows = La toma { $letter } llega después
take-linked = La toma { $letter } es demasiado grande para publicarla aquí. Está en { $url }
take-ready = La toma { $letter } está lista
take-facts = Toma { $letter }: { $length }
take-facts-bpm = Toma { $letter }: { $length }, { $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = El servicio no hace ninguna canción con esta petición.
why-hint = El servicio no admite algunas palabras ni nombres de artistas. Dilo de otra manera o describe el sonido.
doesnt-count = Esta no cuenta.
failure-refused = El servicio rechazó esta petición.
failure-bad-call = El servicio no entendió esta petición.
failure-declined = El servicio rechazó el texto. Prueba con otras palabras.
failure-file-refused = El servicio no pudo usar el audio.
failure-file-refused-houseband = La banda de la casa no puede escuchar audios: hace canciones a partir de palabras y solo alarga sus propias tomas.
failure-file-not-https = La dirección del audio debe empezar por https://.
failure-file-not-public = La dirección del audio lleva a una red privada, donde el servicio no puede descargarlo.
failure-file-unreachable = En la dirección del audio no hay ningún archivo disponible.
failure-file-too-large = El audio pesa más de 10 MB.
failure-file-not-audio = Lo que hay en la dirección del audio no es audio.
failure-input-gone = El audio adjunto ya no se puede descargar. Vuelve a pedirla y adjúntalo de nuevo.
failure-key-rejected = El servicio no acepta la clave de este bot. Quien administra Busker tiene que arreglarlo.
failure-out-of-credit = La cuenta de este bot en el servicio se quedó sin crédito.
failure-busy = El servicio está saturado. Vuelve a intentarlo dentro de unos minutos.
failure-unavailable = El servicio tiene un problema en este momento. Vuelve a intentarlo más tarde.
failure-connection-lost = Se perdió la conexión con el servicio.
failure-overdue = El servicio tardó demasiado. Si al final llega la canción, se guardará para ti: /library
failure-take-failed = El servicio aceptó la canción y después no pudo hacerla.
failure-misshapen = El servicio envió una respuesta que no se entiende.
failure-soundverse-error = El servicio falló.
failure-source-lost = La toma que se iba a alargar ya no se puede descargar.
failure-file-lost = La canción se hizo, pero no se pudieron descargar sus archivos.
failure-interrupted = Busker se reinició en mal momento, así que esta canción se interrumpió.
failure-restored = Busker tuvo que volver a una copia de sus datos en la que esta canción aún no había terminado.
failure-unshowable = Esta canción no se podía mostrar aquí, así que no se pidió.
failure-unstarted = Esta canción esperó dos horas sin que le tocara su turno.
failure-no-files = La canción se hizo, pero no se pudieron descargar sus archivos. Si más tarde se puede, se guardarán para ti.
failure-undelivered = No se pudo publicar aquí; se guarda para ti: /library
failure-sent-direct = No se pudo publicar aquí, así que se te envió solo a ti.
failure-too-large = Es demasiado grande para publicarla aquí; se guarda para ti: /library
failure-linked = Es demasiado grande para publicarla aquí; en su lugar hay un enlace.
failure-uncut = No se pudo recortar a la duración pedida; esta es la toma entera.
failure-defect = Algo salió mal de nuestro lado.

## What is left

left-none = No quedan canciones { $window }
left-some = { $left ->
    [one] Queda 1 canción de { $most } { $window }
   *[other] Quedan { $left } canciones de { $most } { $window }
}
left-any = { $used ->
    [one] Aquí no hay límite; 1 canción { $window }
   *[other] Aquí no hay límite; { $used } canciones { $window }
}
window-hour = esta hora
window-day = hoy
window-week = esta semana
window-month = este mes
quota-title = Tus canciones
quota-used = { $used ->
    [one] 1 canción pedida { $window }
   *[other] { $used } canciones pedidas { $window }
}
quota-title-other = Las canciones de { $who }
rule-of-person = Según una regla personal: { $rule }
rule-of-role = Según la regla del rol: { $rule }
rule-of-everyone = Según la regla para todas las personas de aquí: { $rule }
rule-of-default = Según la regla predeterminada: { $rule }
songs-a-window = { $most ->
    [0] ninguna canción
    [one] 1 canción por { $unit }
   *[other] { $most } canciones por { $unit }
}
quota-granted = { $songs ->
    [one] Y 1 canción extra concedida
   *[other] Y { $songs } canciones extra concedidas
}
quota-granted-until = { $songs ->
    [one] Y 1 canción extra concedida; caduca { $when }
   *[other] Y { $songs } canciones extra concedidas; caducan { $when }
}
quota-blocked = Bloqueo: no se pueden pedir canciones
quota-blocked-until = Bloqueo: no se pueden pedir canciones. Termina { $when }
quota-budget = El presupuesto de este Busker: { $used } de { $most } { $window }; se reinicia { $when }
quota-server = Entre todas las personas de aquí: { $used } de { $most } { $window }; se reinicia { $when }
quota-no-rule = Aquí no te limita ninguna regla
quota-resets = Se reinicia { $when }
unit-hour = hora
unit-day = día
unit-week = semana
unit-month = mes
time-hours = { $hours } h { $minutes } min
time-minutes = { $minutes } min
time-days = { $days ->
    [one] 1 día
   *[other] { $days } días
}
time-in-hours = dentro de { $hours } h { $minutes } min
time-in-minutes = dentro de { $minutes } min
time-in-days = { $days ->
    [one] dentro de 1 día
   *[other] dentro de { $days } días
}

## Answers

late-takes = Al final llegó «{ $title }». Se guarda para ti: /library. No cuenta.
cancel-done-title = Cancelada
cancel-done = «{ $title }» no cuenta.
cancel-counts = El servicio no se puede detener; «{ $title }» cuenta.
button-cancel = Cancelar
button-why = ¿Por qué?
button-go = Adelante
button-send-directly = Envíamela directamente
button-edit = Editar

private-title = Solo para ti
private-comes = Llegará a tus mensajes directos y nadie más la verá.

review-title = ¿Está bien así?
review-prompt = Tema: { $prompt }
review-lyrics = Letra:
review-no-lyrics = El servicio escribe la letra.
review-reference-url = Con este estilo: { $url }
review-backing-url = Cantada sobre este audio: { $url }
review-vocals-url = Con esta voz: { $url }
review-melody-url = Con esta melodía: { $url }
review-private = Nadie más la verá.
review-dropped = No se pidió nada.
review-sent-title = Pedida
review-sent = Su tarjeta está en camino.

help-title = Lo que puedes pedir
help-make = Música
help-more = Tus canciones y más
help-admins = Para admins
help-menus = En el menú de un mensaje
help-line = { $example } · { $what }
help-options = { "    " }con { $options }
help-operator = Para quien administra Busker, también con { $options }
example-song = /song una canción de cumpleaños para Ana
example-music = /music lluvia lo-fi
example-jingle = /jingle nuestra reunión del lunes
example-library = /library lluvia
example-prompt = una canción de cumpleaños para Ana
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }, toma { $letter }, { $age }
track-this = { $title }, toma { $letter }
ago-minutes = { $minutes ->
    [0] ahora mismo
   *[other] hace { $minutes } min
}
ago-hours = hace { $hours } h
ago-days = { $days ->
    [one] hace 1 día
   *[other] hace { $days } días
}
## The library, and what is done with finished songs

button-extend = Alargar { $letter }
button-again = Otra vez
button-remix = Remezclar
button-favourite = ♥ { $letter }
button-unlike = Quitar ♥ { $letter }
button-lyrics = Letra
button-delete = Borrar
button-keep = Conservar
button-open = Abrir
button-show = Mostrar de nuevo
button-previous = Anterior
button-next = Siguiente
button-back = Volver
library-title = Tus canciones
library-favourites = Tus favoritas
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = llegó tarde
library-gone = sin archivos
library-private = privada
library-search = Con «{ $search }» en el título o en el texto
library-empty = Todavía no tienes ninguna canción terminada. Pide una con /song.
library-no-favourites = Todavía no tienes favoritas. Pulsa ♥ debajo de una canción y será la que más tiempo se guarde.
library-not-found = Nada de lo que hay aquí tiene «{ $search }» en el título, la descripción o la letra.
favourite-now = La toma { $letter } de «{ $title }» ya está entre tus favoritas: /library favourites.
favourite-no-more = La toma { $letter } de «{ $title }» ya no está entre tus favoritas.
lyrics-title = La letra de «{ $title }»
lyrics-take = Toma { $letter }
lyrics-none = Es un instrumental; no se canta nada.
lyrics-unknown = La letra no se conoce o ya no se guarda.
lyrics-long = Es larga, así que está en el archivo.
panel-in-file = Es demasiado largo para mostrarlo aquí; está completo en el archivo.
remix-forgotten = Lo que se pidió para esta canción ya no se guarda; escríbelo de nuevo
show-done = Publicada aquí de nuevo.
show-done-alone = Es privada, así que se te envió solo a ti.
delete-title = ¿Borrar «{ $title }»?
delete-what = Se borran sus mensajes, sus archivos y sus textos, y nadie puede recuperarlos. Lo que contó sigue contando.
delete-done-title = «{ $title }» está borrada
delete-done = Sus mensajes, sus archivos y sus textos ya no existen. Lo que contó sigue contando.
delete-messages-stay = Sus archivos y sus textos ya no existen. Un mensaje no se pudo quitar; bórralo a mano, por favor.

## For admins: what they set, and what holds now

admin-done = Hecho
admin-more = … y { $more } más
until-ever = sin límite de tiempo
until-moment = hasta el { $moment }
rule-set-person = Regla para { $who } aquí: { $songs }.
rule-set-role = Regla aquí para cada persona con el rol { $who }: { $songs }.
rule-set-everyone = Regla aquí para cada persona: { $songs }.
rule-set-server = Regla aquí para el conjunto de las personas: { $songs }.
rule-cleared-person = { $who } ya no tiene regla personal ni canciones concedidas aquí.
rule-cleared-role = El rol { $who } ya no tiene regla aquí.
rule-cleared-everyone = Aquí ya no hay regla para cada persona.
rule-cleared-server = Aquí ya no hay regla para el conjunto de las personas.
rule-cleared-else = Para cada una de esas personas vale ahora su propia regla, la de otro rol, la de todas las personas de aquí o la predeterminada.
admin-granted = { $who } puede pedir { $songs ->
    [one] 1 canción más
   *[other] { $songs } canciones más
} cada vez que se reinicie su regla, { $until }.
admin-reset = La regla de { $who } empieza de nuevo: lo pedido hasta ahora ya no le cuenta.
admin-blocked = { $who } no puede pedir canciones aquí, { $until }. Las que están en camino siguen.
admin-unblocked = { $who } puede volver a pedir canciones aquí.
admin-not-blocked = { $who } no tiene ningún bloqueo aquí.
admin-zone = Ahora los días empiezan a medianoche en { $zone }; la hora allí: { $time }.
admin-paused = En pausa: nadie puede pedir canciones en este servidor hasta que un admin ponga fin a la pausa. Las que están en camino siguen.
admin-paused-all = En pausa: nadie puede pedir canciones en ningún sitio hasta que pongas fin a la pausa. Las que están en camino siguen.
admin-resumed = Ya se pueden volver a pedir canciones en este servidor.
admin-resumed-all = Ya se pueden volver a pedir canciones donde los admins del servidor no hayan puesto una pausa.
admin-still-paused = Este servidor ya no está en pausa, pero quien administra Busker lo puso en pausa en todas partes.
show-title = Las reglas de este servidor
rule-default-each = Cada persona, si no hay otra regla: { $songs }
rule-default-each-none = Cada persona, si no hay otra regla: cuantas canciones quiera
rule-default-together = El conjunto de las personas, si no hay otra regla: { $songs }
rule-default-together-none = El conjunto de las personas, si no hay otra regla: cuantas canciones quieran
rule-shown-person = { $who }: { $songs }
rule-shown-role = Cada persona con el rol { $who }: { $songs }
rule-shown-everyone = Cada persona: { $songs }
rule-shown-server = El conjunto de las personas: { $songs }
show-grant = { $who }: { $songs ->
    [one] 1 canción
   *[other] { $songs } canciones
} extra, { $until }
show-block = Bloqueo de { $who }, { $until }
show-paused = En pausa: nadie puede pedir canciones aquí
show-zone = Los días empiezan a medianoche en { $zone }
channels-title = Los canales de este servidor
channel-allowed = { $channel } está permitido.
channel-denied = { $channel } está prohibido: allí no se pueden pedir canciones.
channel-cleared = { $channel } ya no está permitido ni prohibido.
channels-only-those = Solo se pueden pedir canciones en los canales permitidos.
channels-others = En todos los demás canales se pueden pedir canciones.
words-title = Palabras que no se pueden pedir aquí
words-none = No hay ninguna.
word-added = Aquí ya no se puede pedir «{ $word }».
word-there = Aquí tampoco se podía pedir «{ $word }» antes.
word-removed = Aquí se puede volver a pedir «{ $word }».
usage-title = Las canciones de este servidor
usage-title-all = Las canciones de todos los servidores
usage-day = Hoy, pedidas: { $asked }; contadas: { $counted }; hechas: { $made }; por { $people ->
    [one] 1 persona
   *[other] { $people } personas
}
usage-month = Este mes, pedidas: { $asked }; contadas: { $counted }; hechas: { $made }; por { $people ->
    [one] 1 persona
   *[other] { $people } personas
}
usage-forgotten = Alguien cuyos datos se borraron
usage-person = { $place }. { $who }: { $songs }
usage-billed = Cobradas, o quizá cobradas: { $today } hoy, { $month } este mes
usage-costs = Son unos { $today } hoy y { $month } este mes, a { $price } por canción
jobs-title = Canciones en camino
jobs-none = No hay ninguna.
job-waiting = { $id }: en espera desde hace { $time }, para { $who }
job-working = { $id }: en marcha desde hace { $time }, para { $who }
job-choice-waiting = { $id }: en espera desde hace { $time }
job-choice-working = { $id }: en marcha desde hace { $time }
job-cancelled = { $id }, para { $who }, queda cancelada y no cuenta.
job-cancelled-counts = { $id }, para { $who }, queda cancelada; el servicio no se puede detener, así que cuenta.
job-posting = { $id }: publicándose, para { $who }
audit-title = Lo que se cambió
audit-none = Todavía nada.
audit-line = { $moment } { $who }: { $what }
audit-line-where = { $line } ({ $where })
audit-everywhere = en todas partes
audit-rule-person = { $songs } para { $subject }
audit-rule-role = { $songs } para cada persona con el rol { $subject }
audit-rule-everyone = { $songs } para cada persona
audit-rule-server = { $songs } para el conjunto de las personas
audit-clear-rule-person = regla personal de { $subject } retirada
audit-clear-rule-role = regla del rol { $subject } retirada
audit-clear-rule-everyone = regla para cada persona retirada
audit-clear-rule-server = regla para el conjunto de las personas retirada
audit-grant = { $songs ->
    [one] 1 canción
   *[other] { $songs } canciones
} extra para { $subject }, sin límite de tiempo
audit-grant-until = { $songs ->
    [one] 1 canción
   *[other] { $songs } canciones
} extra para { $subject }, { $until }
audit-clear-grants = canciones concedidas a { $subject } retiradas
audit-reset = regla de { $subject } reiniciada
audit-block = bloqueo de { $subject }, sin límite de tiempo
audit-block-until = bloqueo de { $subject }, { $until }
audit-unblock = fin del bloqueo de { $subject }
audit-pause = inicio de una pausa
audit-resume = fin de la pausa
audit-channel-allowed = { $subject } permitido
audit-channel-denied = { $subject } prohibido
audit-clear-channel = { $subject } ya no está permitido ni prohibido
audit-word = «{ $subject }» prohibida
audit-clear-word = «{ $subject }» ya no está prohibida
audit-zone = los días empiezan a medianoche en { $subject }
audit-sound = un sonido nuevo para { $subject }
audit-clear-sound = sonido de { $subject } retirado
audit-cancel = canción { $subject } cancelada
audit-delete = canción { $subject } borrada
button-older = Más antiguos
sound-title = El sonido de este canal
sound-none = No hay ninguno: los jingles suenan como se piden.
sound-style = Estilo: { $style }
sound-tags = Etiquetas: { $tags }
sound-banned = Aquí nadie puede pedir: { $banned }
hint-user = Di quién: user: …
hint-rule = Escribe un número y hour, day, week o month: 5/day
hint-songs = Di cuántas: songs: 3
hint-word = Di cuál: word: …
hint-server = Di cuál de los servidores de esa plataforma: server: …

## What is kept about people

notice-soundverse = Es tu primera canción aquí, por eso este aviso, una sola vez: lo que escribes para ella (y las direcciones de audio) va a Soundverse, que hace la música; quién eres, no.
notice-houseband = Es tu primera canción aquí, por eso este aviso, una sola vez: lo que escribes para ella se queda en la máquina donde funciona Busker; allí hace la música la banda de la casa.
notice-kept = Busker lo guarda con la canción durante { $days ->
    [one] 1 día
   *[other] { $days } días
}, y quién la pidió, durante 13 meses.
notice-yours = /library te da todo lo que se guarda sobre ti, o lo borra.
button-export = Exportar mis datos
button-forget = Borrar mis datos
button-forget-yes = Borrarlo todo
export-title = Tus datos
export-made = Todo lo que se guarda sobre ti, con { $songs ->
    [one] 1 canción
   *[other] { $songs } canciones
}, está en el archivo.
export-left-out = { $takes ->
    [one] 1 toma no cupo; «Mostrar de nuevo» en /library te la entrega.
   *[other] { $takes } tomas no cupieron; «Mostrar de nuevo» en /library te las entrega.
}
export-readme = Esto es todo lo que Busker guarda sobre ti. data.json lo tiene como texto, con las horas en UTC; la carpeta songs tiene tus tomas. Las tomas que no cupieron figuran en left_out: «Mostrar de nuevo» en /library te las entrega.
forget-title = ¿Borrar todo lo que se guarda sobre ti?
forget-goes = Lo que escribiste, los títulos, las letras y los archivos de tus canciones, tus favoritas y lo que espera tu «Adelante» se borran para siempre. Las canciones en camino se cancelan primero.
forget-messages = Los mensajes publicados se quedan; antes, borra esas canciones una por una en /library. Lo que los admins fijaron para ti (límites, canciones extra, bloqueos) sigue siendo cosa suya.
forget-counts = El número de canciones que pediste sigue contando sin tu nombre durante { $days } días, y luego también desaparece.
forget-elsewhere = Lo que se envió a Soundverse solo lo puede borrar Soundverse.
forgotten-title = Borrado
forgotten = { $songs ->
    [0] No había canciones tuyas.
    [one] 1 canción era tuya; no se guarda nada de ella.
   *[other] { $songs } canciones eran tuyas; no se guarda nada de ellas.
}

## Refusals: nothing was spent

refused-title = No se hizo
refusal = Eso no se puede hacer.
refusal-unknown-command = No existe /{ $name }. Puedes usar { $known }.
refusal-over-quota-person = { $most ->
    [0] Según la regla que vale para ti, aquí no puedes pedir canciones.
   *[other] Alcanzaste tu límite de { $most } por { $unit }. Se reinicia { $when }.
}
refusal-over-quota-server = { $most ->
    [0] Según la regla de este servidor, aquí no se pueden pedir canciones.
   *[other] Se alcanzó el límite del servidor, { $most } por { $unit }. Se reinicia { $when }.
}
refusal-over-quota-server-own = { $most ->
    [0] Según la regla de este servidor, aquí no se pueden pedir canciones.
   *[other] Se alcanzó el límite del servidor, { $most } por { $unit } (tu saldo: { $left } de { $own }). Se reinicia { $when }.
}
refusal-over-quota-budget = Busker ya hizo todas las canciones que puede por ahora. Se reinicia { $when }.
refusal-over-quota-tries = { $most ->
    [one] Falló 1 intento
   *[other] Fallaron { $most } intentos
} { $window }; tómate un descanso. Podrás volver a pedir { $when }.
refusal-over-quota-declines = El servicio rechazó el texto de { $most ->
    [one] 1 canción
   *[other] { $most } canciones
} { $window }; tómate un descanso. Podrás volver a pedir { $when }.
refusal-too-many-running = { $most ->
    [one] Tienes 1 canción en camino; espera a que esté lista.
   *[other] Tienes { $most } canciones en camino; espera a que una esté lista.
}
refusal-blocked = No puedes pedir canciones aquí: un admin te bloqueó el acceso.
refusal-blocked-until = No puedes pedir canciones aquí: un admin te bloqueó el acceso. El bloqueo termina { $when }.
refusal-paused = Busker está en pausa: no se pueden pedir canciones hasta que un admin le ponga fin.
refusal-no-room = A Busker no le queda espacio para guardar una canción, así que no se pidió. Quien administra Busker tiene que liberar espacio.
refusal-restarting = Busker se está reiniciando, así que no se pidió ni se cambió nada. Vuelve a intentarlo en un minuto.
refusal-not-allowed-here = Aquí no se puede publicar una canción: Busker no tiene permiso para escribir o subir archivos en este lugar.
refusal-not-allowed-here-missing = Aquí no se puede publicar una canción. A Busker le falta: { $missing }. Quien administra este lugar puede permitirlo.
refusal-no-direct-messages = Busker no puede escribirte en privado. Permite los mensajes directos de este servidor o pide sin private.
refusal-server-closed = Busker no está abierto a este servidor. Quien administra Busker decide en qué servidores lo está.
refusal-direct-closed = Busker solo hace canciones en servidores que lo han añadido. Pídelas en uno de ellos.
refusal-guests-closed = Aquí Busker solo hace canciones para los miembros de este espacio de trabajo, no para invitados ni para gente de otras organizaciones.
refusal-channel-closed = Los admins de este servidor quieren que las canciones se pidan en otros canales.
refusal-word-banned = Aquí no se puede pedir «{ $word }». Prueba con otras palabras.
refusal-not-permitted-moderate = Solo la moderación de este servidor puede hacer eso.
refusal-not-permitted-set-channels = Solo quienes gestionan este canal pueden hacer eso.
refusal-not-permitted-administer = Solo los admins de este servidor pueden hacer eso.
refusal-not-permitted-operate = Solo quien administra Busker puede hacer eso.
refusal-not-posted = No se pudo publicar aquí. Se guarda; inténtalo de nuevo o en otro sitio.
refusal-on-its-way = Esa canción todavía está en camino. Cancélala primero o espera a que esté lista.
refusal-not-yours = Eso es de otra persona.
defect = Algo salió mal de nuestro lado; no se gastó nada. Inténtalo de nuevo, por favor.
option-missing = Falta { $option }. { $hint }
option-too-long = { $option } es demasiado largo: { $length } caracteres; el máximo es { $most }.
option-too-large = Lo que se adjuntó como { $option } pesa más de 10 MB.
option-twice = { $option } se dio dos veces: adjunto y como dirección. Usa solo una de las dos.
option-unknown = /{ $command } no tiene la opción «{ $option }». Opciones posibles: { $known }.
option-nameless = /{ $command } no sabe qué es «{ $given }». Escribe antes una de estas opciones, con dos puntos: { $known }.
option-unwanted = /{ $command } no admite nada más.
option-elsewhere = Esa toma está en otra banda de la casa, a la que no se puede acceder desde aquí.
option-not-url = { $option } debe ser una dirección que empiece por https://.
option-not-switch = { $option } es on u off, y «{ $given }» no es ninguna de las dos cosas.
option-not-person = { $option } es una persona, y «{ $given }» no nombra a nadie. Escribe @ y elige el nombre que se sugiere.
option-not-channel = { $option } es un canal, y «{ $given }» no nombra ninguno. Escribe # y elige el nombre que se sugiere.
option-no-roles = En Slack no hay roles. Dilo para una persona o para toda la gente junta.
option-not-seconds = «{ $given }» no es una duración. Escribe segundos, por ejemplo 15.
option-off-sound = «{ $word }» no se quiere en los jingles de este canal. Pide otra cosa.
option-not-time = «{ $given }» no es un momento. Escribe segundos o m:ss, por ejemplo 45 o 1:30.
option-no-platform = No existe la plataforma «{ $given }». Las que hay: { $known }.
option-not-rule = «{ $given }» no es una regla. Escribe un número y hour, day, week o month: 5/day
option-not-until = «{ $given }» no es un final. Escribe un plazo como 12h, 7d o 2w, o una fecha como 2026-12-31.
option-past = «{ $given }» ya pasó.
option-one-of = { $option } y { $others } no se pueden usar a la vez.
option-no-word = «{ $given }» no tiene ninguna letra ni cifra.
option-too-many = Ya hay { $most } palabras; quita algunas primero.
option-not-zone = «{ $given }» no es una zona horaria. Escribe una como Europe/Berlin.
option-out-of-range = { $option } debe estar entre { $least } y { $most }.
option-too-short = Esa toma dura menos de 8 segundos; es demasiado corta para alargarla.
option-invalid = { $option } no se puede usar así.
nothing-track = { $name ->
    [none] Todavía no tienes ninguna canción terminada. Pide una primero
   *[other] No tienes ninguna canción terminada que se llame «{ $name }»
}.
nothing-draft = Ese borrador ya no existe. Pide la canción de nuevo.
nothing-song = Esa canción no se conoce aquí.
nothing-take = Esa toma ya no se guarda.
nothing-take-yet = Esa canción todavía no tiene ninguna toma. Espera a que termine.
nothing-audio = En ese mensaje no hay ninguna canción de Busker ni ningún archivo mp3 o wav.
nothing-slack-audio = Los archivos de Slack no se pueden usar: solo Slack puede abrirlos. Pon el audio donde una dirección https lleve hasta él, y publica esa dirección.
nothing-source = La toma de la que partía esa canción ya no se guarda.
nothing-files = Los archivos de esa canción ya no se guardan.
nothing-deleted = Esa canción se borró.
nothing-button = Ese botón ya no hace nada.
nothing-running = No tienes nada que cancelar.
nothing-job-here = En este servidor no hay en camino ninguna canción llamada { $name }.
nothing-word = «{ $name }» no está entre las palabras que no se pueden pedir aquí.
nothing-job = No tienes en camino ninguna canción que se llame «{ $name }».

## The catalogue: what can be asked

command-song = Una canción con voz
command-song-prompt = De qué debe tratar y cómo debe sonar
command-song-lyrics = Tu propia letra
command-song-reference = Audio cuyo estilo seguir: mp3 o wav, 10 MB como máximo
command-song-reference-url = Dirección https de un audio cuyo estilo seguir
command-song-backing = Instrumental sobre el que cantar: mp3 o wav, 10 MB como máximo
command-song-backing-url = Dirección https de un instrumental sobre el que cantar
command-song-vocals = Voz a la que acompañar: mp3 o wav, 10 MB como máximo
command-song-vocals-url = Dirección https de una voz a la que acompañar
command-song-melody = Melodía que seguir: mp3 o wav, 10 MB como máximo
command-song-melody-url = Dirección https de una melodía que seguir
command-song-private = on: llega a tus mensajes directos
command-song-review = on: para revisarlo todo antes de pedirla
command-song-draft = El borrador al que pertenece
command-music = Un instrumental
command-music-prompt = Cómo debe sonar
command-music-style = Un estilo, por ejemplo jazz
command-music-private = on: llega a tus mensajes directos
command-jingle = Un instrumental corto con el sonido de este canal
command-jingle-prompt = Para qué es y cómo debe sonar
command-jingle-length = Duración: de 5 a 60 segundos; 15 si no dices nada
command-jingle-private = on: llega a tus mensajes directos
command-extend = Una versión más larga de una de tus tomas
command-extend-track = Qué toma; la más reciente si no dices nada
command-extend-at = Desde dónde: segundos o m:ss; el final si no dices nada
command-extend-lyrics = La letra de la parte nueva
command-extend-prompt = Cómo debe seguir
command-library = Tus canciones terminadas
command-library-search = Un texto del título, la descripción, el estilo o la letra
command-library-favourites = Solo las que tienen ♥, también de otras personas
command-quota = Lo que te queda
command-busker-help = Lo que puedes pedir
command-quota-user = De quién; para la moderación
command-jingle-sound-set = Fijar cómo suenan los jingles de este canal
command-jingle-sound-set-style = Un estilo, por ejemplo ska
command-jingle-sound-set-tags = Más detalles, separados por comas: metales, alegre
command-jingle-sound-set-banned = Palabras que no se pueden pedir en este canal, separadas por comas
command-jingle-sound-show = Ver cómo suenan los jingles de este canal
command-jingle-sound-clear = Dejar que los jingles suenen como se piden
command-busker-admin-quota-set = Fijar cuántas canciones se pueden pedir
command-busker-admin-quota-set-rule = Cuántas: 5/day, o con hour, week o month
command-busker-admin-quota-clear = Quitar una regla; a una persona, también lo concedido
command-busker-admin-quota-grant = Conceder más canciones a una persona
command-busker-admin-quota-grant-songs = Cuántas más
command-busker-admin-quota-reset = Reiniciar la regla de una persona
command-busker-admin-quota-show = Ver las reglas de este servidor o lo que le queda a una persona
command-busker-admin-quota-role = Qué rol
command-busker-admin-quota-together = on: para el conjunto de las personas de aquí
command-busker-admin-block = Impedir que una persona pida canciones
command-busker-admin-unblock = Poner fin a un bloqueo
command-busker-admin-user = Qué persona
command-busker-admin-until = Hasta cuándo: 12h, 7d, 2w o una fecha; si no, sin límite de tiempo
command-busker-admin-channels-allow = Permitir un canal; los que no se permitan quedan cerrados
command-busker-admin-channels-deny = Cerrar un canal
command-busker-admin-channels-clear = Dejar un canal sin permitir ni prohibir
command-busker-admin-channels-list = Ver dónde se pueden pedir canciones
command-busker-admin-channels-channel = Cuál; este si no dices nada
command-busker-admin-words-add = Prohibir una palabra en las peticiones
command-busker-admin-words-remove = Volver a permitir una palabra
command-busker-admin-words-list = Ver las palabras que no se pueden pedir
command-busker-admin-words-word = Una palabra, o varias seguidas
command-busker-admin-timezone = Fijar en qué zona horaria empiezan los días a medianoche, o ver cuál es
command-busker-admin-timezone-zone = Por ejemplo Europe/Berlin
command-busker-admin-usage = Ver cuánto se pidió y quién lo pidió
command-busker-admin-usage-csv = on: con una tabla de este mes
command-busker-admin-jobs = Ver lo que está en camino, o cancelarlo
command-busker-admin-jobs-cancel = Qué canción cancelar
command-busker-admin-pause = No dejar que nadie pida canciones
command-busker-admin-resume = Poner fin a una pausa
command-busker-admin-audit = Ver lo que se cambió
command-busker-admin-audit-before = Antes de qué cambio
command-busker-admin-server = Para quien administra Busker: otro servidor
command-busker-admin-platform = Para quien administra Busker: otra plataforma
command-busker-admin-everywhere = Para quien administra Busker: on para todos los servidores
command-cancel = Dejar de esperar una canción
command-cancel-job = Qué canción; la más reciente si no dices nada
menu-extend = Alargar esta pista
menu-song = Canción con este mensaje
command-menu-extend = Una versión más larga de la canción o del audio que contiene
command-menu-song = Su texto y su audio, en el formulario de una canción

## Nombres de comandos y opciones

name-song = canción
name-music = música
name-jingle = jingle
name-extend = alargar
name-library = biblioteca
name-quota = cuota
name-busker-admin-quota = cuota
name-cancel = cancelar
name-busker-help = busker-ayuda
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = fijar
name-show = mostrar
name-clear = quitar
name-grant = conceder
name-reset = reiniciar
name-block = bloquear
name-unblock = desbloquear
name-channels = canales
name-allow = permitir
name-deny = prohibir
name-list = listar
name-words = palabras
name-add = añadir
name-remove = eliminar
name-timezone = zona-horaria
name-usage = uso
name-jobs = en-camino
name-pause = pausar
name-resume = reanudar
name-audit = historial
name-prompt = descripción
name-lyrics = letra
name-reference = referencia
name-reference-url = referencia-url
name-backing = base
name-backing-url = base-url
name-vocals = voz
name-vocals-url = voz-url
name-melody = melodía
name-melody-url = melodía-url
name-private = privado
name-review = revisar
name-style = estilo
name-length = duración
name-track = toma
name-at = desde
name-search = buscar
name-favourites = favoritas
name-user = persona
name-job = canción
name-tags = detalles
name-banned = prohibidas
name-rule = regla
name-role = rol
name-together = juntos
name-songs = canciones
name-until = hasta
name-channel = canal
name-word = palabra
name-zone = zona
name-csv = csv
name-server = servidor
name-platform = plataforma
name-everywhere = en-todas-partes

## Forms: labels of at most 45 characters

form-song = Una canción
form-music = Un instrumental
form-jingle = Un jingle
form-extend = Una versión más larga
form-extend-this = Una versión más larga
form-again = Otra vez
form-edit = Editar
form-remix = Remezclar
extend-lyrics-hint = No se conoce la letra de esta canción: escribe la de la parte nueva
extend-audio-at-hint = Segundos o m:ss desde el principio, por ejemplo 1:30
extend-audio-lyrics-hint = La letra de la parte nueva; [Instrumental] si no se canta
field-prompt = Cómo la imaginas
field-prompt-hint = Una canción de cumpleaños para Ana, cálida y lenta
field-prompt-hint-music = Lluvia lo-fi, lenta y suave
field-prompt-hint-jingle = Nuestra reunión del lunes, alegre y breve
field-prompt-hint-extend = Cómo debe seguir
field-lyrics = Letra
field-lyrics-hint = Déjalo vacío y la escribe el servicio
field-lyrics-hint-extend = La letra de la parte nueva
field-style = Estilo
field-style-hint = Por ejemplo jazz o lo-fi
field-length = Duración en segundos
field-length-hint = De 5 a 60
field-reference-url = Audio cuyo estilo seguir
field-reference-url-hint = Una dirección que empiece por https://
field-track = Qué toma
field-track-hint = La toma a partir de la que seguir
field-at = Desde dónde
field-at-hint = Segundos o m:ss; vacío significa el final
field-audio-url = Audio que alargar
field-audio-url-hint = Una dirección que empieza por https://

## The terminal

console-title = Busker
console-welcome = Pide una canción: /song una canción de cumpleaños para Ana
console-hints = /help muestra lo que se puede pedir, /quit para salir
console-as = Actúas como { $name }
console-goes-on = Siguiendo con lo que quedó sin terminar
console-unfinished = Lo que quedó sin terminar sigue cuando vuelvas a iniciar Busker
console-files = Los archivos están en { $folder }
console-kept = Se guardó como { $file }
console-not-kept = No se pudo guardar en { $folder }: { $why }
console-more = { $count ->
    [one] ♪ y 1 más
   *[other] ♪ y { $count } más
}
console-private = Solo lo ves tú
console-private-other = Solo lo ve { $name }
console-elsewhere = En { $channel }
console-operator = En el canal de quien administra Busker
console-no-number = Ningún botón tiene el número { $number }.
console-form-typed = Intro pasa al siguiente campo, o Esc y después Intro donde caben varias líneas. Ctrl-C sale del formulario
console-form-scripted = Una línea para cada campo; una vacía conserva lo que hay
console-form-several-lines = Intro empieza una línea nueva; Esc y después Intro pasa al siguiente
console-form-left = Saliste del formulario; no se pidió nada.
console-form-again = Completar de nuevo
console-form-missing = Este campo es necesario.
console-form-choose = Escribe un número del 1 al { $most }.
console-form-too-long = Demasiado largo: { $length } caracteres; el máximo es { $most }.

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = Busker te necesita
alarm-noticed = Detectado el { $time }
alarm-budget = El presupuesto de { $most } por { $unit } está usado al { $percent } %: { $used } canciones. Se reinicia { $when }.
alarm-budget-used-up = El presupuesto de { $most } por { $unit } está agotado, así que no se pueden pedir canciones. Se reinicia { $when }.
alarm-budget-cost = Son unos { $cost }, a { $price } por canción.
alarm-key-rejected = El servicio no acepta la clave, así que todas las canciones esperan. Pon la correcta en SOUNDVERSE_API_KEY (la de la banda de la casa: HOUSEBAND_KEY) y vuelve a iniciar Busker.
alarm-key-elsewhere = El servicio no acepta la clave, así que todas las canciones esperan. La clave parece ser de { $host }: revisa SOUNDVERSE_BASE_URL.
alarm-out-of-credit = La cuenta en el servicio se quedó sin crédito, así que todas las canciones esperan. Seguirán solas en cuanto lo haya.
alarm-unreachable = El servicio lleva { $minutes } minutos sin aceptar ninguna canción: { $error }. Las canciones esperan o fallan, y ninguna cuenta.
alarm-disk-low = Solo quedan { $free } MiB libres donde se guardan las canciones. Por debajo de { $least } MiB no se aceptan más canciones.
alarm-disk-full = Solo quedan { $free } MiB libres donde se guardan las canciones, así que no se aceptan más. Libera espacio o reduce BUSKER_ARCHIVE_GIB.
alarm-backup-failed = No hay copia de seguridad de hoy. { $why }
alarm-late-takes = Una canción llegó cuando ya se había dado por perdida: { $job }. Se guarda y no cambia ningún límite.

## The operator's terminal: starting

database-in-use = Otro Busker está usando { $database }. Detenlo primero.
database-too-new = { $database } se hizo con una versión posterior de Busker. Actualiza esta.
database-damaged = { $database } está dañado: { $why }.
database-way-back = La copia más reciente es { $copy }; docs/operate.md explica cómo volver a ella.
database-locked = { $database } está bloqueado por otro programa. Ciérralo primero.
database-closed = No se puede escribir en { $database }: { $why }. Permite que el usuario que ejecuta Busker escriba en el archivo y en su carpeta.
database-full = No se puede abrir { $database }: el disco está lleno. Libera espacio primero.
database-failed = No se puede abrir { $database }: { $why }.
http-taken = BUSKER_HTTP: no se puede responder en { $address }: { $why }.

## The operator's terminal: busker run

run-no-token = Define DISCORD_TOKEN, o SLACK_BOT_TOKEN con SLACK_APP_TOKEN: sin ellos, busker run no sabe dónde funcionar. En la terminal toca sin token: busker try
run-no-player = Di quién hace la música: define SOUNDVERSE_API_KEY, o BUSKER_COMPOSER=houseband para la banda local.
run-stopped = Busker tuvo que detenerse; su registro dice por qué. Vuelve a iniciarlo y seguirá.
slack-no-bot-token = Slack: SLACK_BOT_TOKEN no está definido.
slack-no-bot-token-mend = Ponle el Bot User OAuth Token de la aplicación (xoxb-); docs/slack.md tiene todos los pasos.
slack-no-door = Slack: SLACK_BOT_TOKEN está definido, pero ni SLACK_APP_TOKEN ni SLACK_SIGNING_SECRET.
slack-no-door-mend = Define SLACK_APP_TOKEN (xapp-) para Socket Mode, o SLACK_SIGNING_SECRET para el modo HTTP.
slack-no-listener = Slack: el modo HTTP necesita una dirección en la que Busker escuche, y BUSKER_HTTP no está definido.
slack-no-listener-mend = Define BUSKER_HTTP como host:port, o SLACK_APP_TOKEN (xapp-) para Socket Mode.
slack-token = Slack: { $setting } no se acepta.
slack-token-mend = Cópialo de nuevo de la página de la aplicación en https://api.slack.com/apps: el token del bot empieza por xoxb- y el de la aplicación por xapp-.
slack-app-scope = Slack: SLACK_APP_TOKEN no permite que Busker se conecte.
slack-app-scope-mend = En la página de la aplicación, en Basic Information, App-Level Tokens, crea uno nuevo con el permiso connections:write.
slack-scopes = Slack: el token del bot no permite lo que Busker necesita: { $scopes }.
slack-scopes-mend = Vuelve a darle a la aplicación su manifiesto (busker manifest slack lo muestra) e instálala otra vez en el espacio de trabajo.
slack-refuses = Slack: no dice quién es el bot: { $why }.
slack-unwell = Slack: { $host } responde con el estado { $status }.
slack-unwell-mend = Espera un rato y vuelve a intentarlo; https://slack-status.com informa de los problemas propios de Slack.
slack-away = Slack: no se puede llegar a { $host }: { $why }.
slack-slow = Slack: { $host } no respondió en { $seconds } s.
slack-away-mend = Revisa la red de esta máquina, y SLACK_API_BASE si está definido.
slack-unlike = Slack: lo que responde en { $base } no es la API de Slack.
slack-unlike-mend = Corrige SLACK_API_BASE, que termina en /api/, o déjalo vacío.
manifest-description = Convierte palabras en canciones: escribe /song y un minuto después hay una portada y dos versiones.
manifest-long-description = Busker hace canciones donde la gente habla. Escribe /song y de qué debe tratar: aparece una tarjeta que cambia mientras se hace la canción y termina con la portada y las dos versiones, listas para escuchar, alargar o volver a intentar. /music hace instrumentales y /jingle, piezas cortas con el sonido de un canal. Cuántas canciones puede pedir cada persona lo deciden los administradores de este espacio de trabajo. Funciona en una máquina propia.
manifest-menu-song = Hacer una canción
manifest-menu-extend = Alargar esta pista
manifest-jingle-sound = Cómo suenan los jingles de este canal
manifest-busker-admin = Quién puede pedir cuántas canciones y dónde; uso, trabajos, pausa, registro
manifest-busker = Todos los comandos de Busker con un solo nombre
manifest-busker-usage = song una canción marinera | quota | help
manifest-prefix-odd = «{ $prefix }» no puede ir delante de un comando: usa minúsculas de la a a la z, cifras, - y _.
manifest-prefix-long = { $command } sería demasiado largo: Slack admite { $most } caracteres. Usa un prefijo más corto.
manifest-address-odd = Slack no puede enviar nada a «{ $address }»: escribe una dirección con https:// y un host, como https://songs.example.
discord-token-refused = Discord no acepta DISCORD_TOKEN. Copia de nuevo el token del bot desde el portal de desarrolladores.
discord-unreachable = No se puede llegar a Discord: { $why }. Revisa la red y vuelve a iniciar Busker.
discord-unwell = Discord responde con el estado { $status }, así que allí no puede empezar nada. Espera un rato y mira lo que dice busker doctor.
discord-connections-used-up = Discord no permite más conexiones por ahora: se han agotado las { $total } del día. Permitirá otras nuevas en { $time }.
discord-form-too-late = Ha tardado demasiado y ya no se puede mostrar el formulario. Vuelve a pedirlo, por favor.
slack-revoked = Slack ha retirado el acceso a Busker: su token se revocó, o la aplicación se quitó del espacio de trabajo. Vuelve a instalar la aplicación y pon un SLACK_BOT_TOKEN nuevo.
slack-who = Slack no dice en este momento quién eres. Vuelve a pedirlo, por favor.
slack-form-title = El formulario está listo
slack-form-line = Slack solo lo abre cuando pulsas el botón.
slack-form-open = Abrir el formulario
slack-form-send = Enviar
slack-form-close = Cerrar
slack-pick = Qué hay que hacer
slack-files-sent = Los archivos están en nuestros mensajes directos.
slack-files-lost = No se te han podido enviar los archivos. Vuelve a pedirlo, por favor.
slack-home-running = En camino
permission-manage-threads = Gestionar hilos (este hilo está bloqueado)
permission-connect = Conectar
permission-private-thread = un sitio en este hilo privado (menciona a Busker en él una vez)
permission-membership = un sitio en este canal (invítalo una vez: /invite y su nombre)

## The operator's terminal: busker backup

backup-made = { $database } se copió en { $file }: { $size }, copia comprobada e íntegra.
backup-missing = Todavía no hay una base de datos en { $database }, así que no hay nada que copiar.
backup-exists = { $file } ya existe. Elige un archivo que no exista.
backup-no-folder = No existe la carpeta { $folder }. Créala primero.
backup-not-writable = No se puede escribir en { $folder }: { $why }.
backup-full = El disco de { $folder } está lleno. No quedó nada de la copia.
backup-corrupt = { $database } está dañado, así que no se guardó ninguna copia: { $why }. Vuelve a una copia anterior.
backup-failed = No se pudo copiar { $database }: { $why }.

## The operator's terminal: busker doctor

doctor-ok = ok
doctor-note = nota
doctor-wrong = error
doctor-well = Todo está bien.
doctor-unwell = Algo está mal; la línea debajo de cada «error» dice cómo arreglarlo.
doctor-settings = Ajustes: todos se pueden usar.
doctor-settings-mend = Corrígelo en el entorno o en .env; lo demás se comprueba después.
doctor-versions = Python { $python } y SQLite { $sqlite }.
doctor-sqlite-old = SQLite { $version } es demasiado antiguo; hace falta al menos { $least }.
doctor-sqlite-mend = Instala un Python más nuevo, que trae un SQLite más nuevo.
doctor-zone = Los días empiezan a medianoche en { $zone }.
doctor-data = Datos
doctor-songs = Canciones
doctor-folder = { $name }: se puede escribir en { $folder }.
doctor-folder-new = { $name }: { $folder } todavía no existe; Busker la creará.
doctor-folder-closed = { $name }: no se puede escribir en { $folder }: { $why }.
doctor-folder-mend = Permite que el usuario que ejecuta Busker escriba en { $folder }.
doctor-disk = Disco: { $free } GiB libres.
doctor-disk-small = Disco: { $free } GiB libres, menos que los { $most } GiB que BUSKER_ARCHIVE_GIB deja a las canciones.
doctor-disk-full = Disco: solo { $free } GiB libres.
doctor-disk-mend = Libera espacio o lleva BUSKER_DATA_DIR a otro disco.
doctor-database = Base de datos: { $database } está en buen estado; versión { $version }, journal { $journal }, { $songs ->
    [one] 1 canción
   *[other] { $songs } canciones
}.
doctor-database-new = Base de datos: { $database } todavía no existe; Busker la creará.
doctor-database-older = Base de datos: { $database } tiene la versión { $version }; el próximo inicio la actualiza. Haz antes una copia de seguridad.
doctor-database-later = Base de datos: { $database } tiene la versión { $version }, hecha por un Busker posterior.
doctor-database-upgrade = Actualiza este Busker o vuelve a una copia anterior.
doctor-database-corrupt = Base de datos: { $database } está dañada: { $why }.
doctor-database-restore = Detén Busker y vuelve a la última copia buena; docs/operate.md explica cómo.
doctor-database-closed = Base de datos: no se puede leer { $database }: { $why }.
doctor-database-permit = Permite que el usuario que ejecuta Busker lea y escriba el archivo y su carpeta.
doctor-player-unsaid = Música: hay un token de chat y nada dice quién hace la música.
doctor-player-say = Pon soundverse o houseband en BUSKER_COMPOSER.
doctor-player-soundverse = Música: Soundverse en { $host }, porque así lo dice BUSKER_COMPOSER. No se llamó: cualquier llamada puede costar.
doctor-player-key = Música: Soundverse en { $host }, porque su clave está definida. No se llamó: cualquier llamada puede costar.
doctor-player-chosen = Música: la banda de la casa, porque así lo dice BUSKER_COMPOSER.
doctor-player-default = Música: la banda de la casa, porque BUSKER_COMPOSER no está definido.
doctor-key = Clave: SOUNDVERSE_API_KEY está definida y tiene la forma habitual.
doctor-key-odd = Clave: SOUNDVERSE_API_KEY está definida, pero no empieza por { $prefix } como la mayoría.
doctor-key-missing = Clave: SOUNDVERSE_API_KEY no está definida.
doctor-key-mend = Pon en ella la clave del panel de la API, o define BUSKER_COMPOSER=houseband.
doctor-key-unused = Clave: SOUNDVERSE_API_KEY está definida y no se usa; se usa con BUSKER_COMPOSER=soundverse.
doctor-key-plain = Clave: viaja a { $host } por http simple, que otros pueden leer por el camino.
doctor-band-instruments = Banda de la casa: sus bibliotecas de audio y su fuente se cargan.
doctor-band-broken = Banda de la casa: sus bibliotecas no se cargan: { $why }
doctor-band-install = Instala de nuevo los paquetes de Busker: make setup.
doctor-soundfont = Banda de la casa: estos sonidos vienen del soundfont { $path }: { $instruments }.
doctor-soundfont-unused = Banda de la casa: no puede usar el soundfont y sigue tocando con sus propios sonidos. { $why }
doctor-band-playing = Banda de la casa: hay una tocando en { $address }.
doctor-band-free = Banda de la casa: { $address } está libre para ella.
doctor-band-taken = Banda de la casa: no puede usar { $address }: { $why }.
doctor-band-move = Detén lo que usa la dirección, o pon otro host:port en HOUSEBAND_ADDRESS.
doctor-band-keyless = Banda de la casa: SOUNDVERSE_BASE_URL apunta a una, y HOUSEBAND_KEY no está definida.
doctor-band-key = Pon en HOUSEBAND_KEY la clave de esa banda.
doctor-band-silent = Banda de la casa: ninguna responde en { $address }.
doctor-band-start = Iníciala con busker houseband, o corrige SOUNDVERSE_BASE_URL.
doctor-alarms = Avisos: los problemas se cuentan en { $channel }.
doctor-alarms-logged = Avisos: los problemas solo están en el registro, porque BUSKER_OPERATOR_CHANNEL no está definido.
doctor-alarms-nowhere = Avisos: los problemas no se pueden contar en { $channel }, porque no hay ningún token de { $token } definido.
doctor-http-answers = HTTP: un Busker responde en { $address }.
doctor-http-free = HTTP: { $address } está libre para BUSKER_HTTP.
doctor-http-taken = HTTP: BUSKER_HTTP no puede usar { $address }: { $why }.
doctor-http-move = Detén lo que usa la dirección, o pon otro host:port en BUSKER_HTTP.
doctor-links-nowhere = HTTP: BUSKER_PUBLIC_URL está definido, pero Busker no responde en ningún sitio.
doctor-links-listen = Pon en BUSKER_HTTP el host:port al que lleva la dirección pública.
doctor-discord-bot = Discord: se acepta el token; el bot es { $bot }, la aplicación { $application } ({ $id }).
doctor-discord-token = Discord: no se acepta DISCORD_TOKEN.
doctor-discord-token-mend = Copia de nuevo el token del bot desde el portal de desarrolladores: Bot, Reset Token.
doctor-discord-away = Discord: no se puede llegar a { $host }: { $why }.
doctor-discord-slow = Discord: { $host } no ha respondido en { $seconds } s.
doctor-discord-away-mend = Revisa la red de esta máquina, y DISCORD_API_BASE si está definido.
doctor-discord-unwell = Discord: { $host } responde con el estado { $status }.
doctor-discord-unwell-mend = Espera un rato y vuelve a intentarlo; https://discordstatus.com informa de los problemas del propio Discord.
doctor-discord-unlike = Discord: lo que responde en { $base } no es la API de Discord.
doctor-discord-unlike-mend = Corrige DISCORD_API_BASE, que acaba en /api/v10, o déjalo vacío.
doctor-discord-elsewhere = Discord: los comandos se envían a { $url } y no a Busker.
doctor-discord-elsewhere-mend = En el portal de desarrolladores, en General Information, vacía Interactions Endpoint URL.
doctor-discord-grant = Discord: no se puede invitar al bot con su enlace.
doctor-discord-grant-mend = En el portal de desarrolladores, en Bot, desactiva Requires OAuth2 Code Grant.
doctor-discord-open = Discord: cualquiera puede invitar al bot, y toca en todos los servidores en los que está, porque BUSKER_SERVERS no está definido.
doctor-discord-closed = Discord: BUSKER_SERVERS nombra { $servers ->
    [0] ningún servidor de Discord, así que no toca en ninguno
    [one] el único servidor en el que toca
   *[other] los { $servers } servidores en los que toca
}.
doctor-discord-own = Discord: solo su propietario puede invitar al bot.
doctor-discord-intents = Discord: en el portal de desarrolladores hay intents privilegiados activados ({ $intents }). Busker no necesita ninguno; puedes desactivarlos.
doctor-discord-invite = Discord: este enlace invita al bot: { $link }
doctor-discord-install = Discord: con este enlace cada persona lo instala para sí: { $link }
doctor-discord-install-off = Discord: BUSKER_DIRECT está activado, pero nadie puede instalar el bot para sí: en el portal de desarrolladores, en Installation, User Install está desactivado.
doctor-discord-gateway = Discord: se puede llegar a { $host }, de donde vienen los eventos; hoy quedan { $left } de { $total } conexiones.
doctor-discord-gateway-away = Discord: no se puede llegar a { $host }, de donde vienen los eventos: { $why }.
doctor-discord-gateway-mend = Revisa la red de esta máquina, y DISCORD_GATEWAY_URL si está definido.
doctor-discord-spent = Discord: las { $total } conexiones de hoy están agotadas.
doctor-discord-spent-mend = Habrá nuevas dentro de { $time }. Averigua qué inicia el bot una y otra vez.
doctor-discord-nowhere = Discord: el bot todavía no está en ningún servidor; el enlace de arriba lo invita.
doctor-discord-servers = Discord: el bot está en { $servers ->
    [one] 1 servidor
   *[other] { $servers } servidores
}: { $names }.
doctor-discord-more = { $names } y { $count } más
doctor-discord-server = Discord: { $server } permite todo lo necesario, y archivos de { $size } MiB.
doctor-discord-lacks = Discord: { $server } no le permite al bot: { $permissions }.
doctor-discord-lacks-mend = Permíteselo allí al rol del bot, o vuelve a abrir el enlace de arriba y elige ese servidor.
doctor-discord-absent = Discord: { $setting } nombra { $server }, y el bot no está allí.
doctor-discord-absent-mend = Invítalo allí, o quita { $server } de { $setting }.
doctor-discord-channel = Discord: el canal de quien administra Busker es #{ $channel } en { $server }, y se puede escribir en él.
doctor-discord-channel-direct = Discord: el canal de quien administra Busker es un mensaje directo.
doctor-discord-channel-hidden = Discord: el canal de quien administra Busker { $channel } no existe, o el bot no lo ve.
doctor-discord-channel-find = Corrige BUSKER_OPERATOR_CHANNEL: «Copiar ID del canal» en el menú del canal da el número. Deja que el bot vea ese canal.
doctor-discord-channel-kind = Discord: el canal de quien administra Busker #{ $channel } en { $server } no admite mensajes.
doctor-discord-channel-pick = Nombra un canal de texto en BUSKER_OPERATOR_CHANNEL.
doctor-discord-channel-closed = Discord: el canal de quien administra Busker #{ $channel } en { $server } no le permite al bot: { $permissions }.
doctor-discord-channel-open = Permíteselo al rol del bot en los permisos de ese canal.
doctor-slack-bot = Slack: se acepta el token; el bot es { $bot } en el espacio de trabajo { $team } ({ $id }).
doctor-slack-scopes = Slack: el token permite todo lo necesario.
doctor-slack-helpful = Slack: el token no permite { $scopes }. Busker funciona sin ello; docs/slack.md dice qué cambia entonces.
doctor-slack-socket = Slack: todo llega por Socket Mode, y se acepta SLACK_APP_TOKEN.
doctor-slack-http = Slack: todo llega a { $url }, y allí responde un Busker con este SLACK_SIGNING_SECRET.
doctor-slack-http-silent = Slack: todo debe llegar a { $url }, donde ahora mismo no responde ningún Busker.
doctor-slack-secret = Slack: el Busker de { $url } no acepta lo firmado con SLACK_SIGNING_SECRET.
doctor-slack-secret-mend = Copia de nuevo el Signing Secret de la página de la aplicación, en Basic Information, y reinicia Busker.
doctor-slack-elsewhere = Slack: BUSKER_SERVERS no nombra este espacio de trabajo, así que aquí nadie puede pedir canciones.
doctor-slack-elsewhere-mend = Añade { $server } a BUSKER_SERVERS, o déjalo vacío.
doctor-slack-channel = Slack: el canal del operador es #{ $channel }, y se puede escribir en él.
doctor-slack-channel-direct = Slack: el canal del operador es un mensaje directo.
doctor-slack-channel-hidden = Slack: el canal del operador { $channel } no existe, o el bot no lo ve.
doctor-slack-channel-find = Corrige BUSKER_OPERATOR_CHANNEL: los detalles del canal terminan con su id. A un canal privado hay que invitar al bot.
doctor-slack-channel-archived = Slack: el canal del operador #{ $channel } está archivado.
doctor-slack-channel-pick = Nombra otro canal en BUSKER_OPERATOR_CHANNEL.
doctor-slack-channel-closed = Slack: el bot no está en el canal del operador #{ $channel }, y su token no le permite escribir allí de todos modos.
doctor-slack-channel-invite = Invítalo allí: /invite @{ $bot }
permission-view-channel = Ver canales
permission-send-messages = Enviar mensajes
permission-send-messages-in-threads = Enviar mensajes en hilos
permission-embed-links = Insertar enlaces
permission-attach-files = Adjuntar archivos
permission-read-message-history = Leer el historial de mensajes
doctor-spend-later = Canción: no se compró ninguna, porque algo está mal.
doctor-spend-made = Canción: «{ $title }» se hizo y se descargó; { $takes ->
    [one] hay 1 toma
   *[other] hay { $takes } tomas
} en { $folder }.
doctor-spend-unkept = Canción: se hizo, pero no se puede guardar en { $folder }: { $why }.
doctor-spend-unspent = No se pidió nada y no se gastó nada.
doctor-spend-free = Esto no costó nada.
doctor-spend-maybe = No se sabe si esto costó algo: mira el panel del servicio.
doctor-spend-charged = El servicio lo cobró.
