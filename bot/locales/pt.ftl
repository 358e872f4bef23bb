# Every sentence Busker says, in Brazilian Portuguese. A key's first word tells where it is used.

## The status card: what is being made

heading-song = Música: { $prompt }
heading-music = Instrumental: { $prompt }
heading-jingle = Jingle: { $prompt }
heading-extend = Versão mais longa de “{ $title }”
extend-family = Família: { $family }
extend-whole = Pela duração, esta é a música inteira.
extend-part = Pela duração, esta é só a parte acrescentada.
heading-declined = Uma música que não pode ser feita
heading-audio = Uma música a partir do seu áudio
jingle-length = Cortado em { $seconds } s; as versões inteiras ficam guardadas
heading-unknown = Uma música sem título
asked-by = A pedido de { $who }
player-soundverse = Quem toca: Soundverse
player-houseband = Quem toca: a banda da casa
artist-soundverse = Soundverse
artist-houseband = A banda da casa
player-not-sung = Quem toca: a banda da casa; a letra é tocada, não cantada

## The status card: how far it is

stage-reserved = Reservando seu lugar na fila
stage-queued = { $ahead ->
    [0] É a próxima da fila
    [one] Aguardando, { $ahead } música na sua frente
   *[other] Aguardando, { $ahead } músicas na sua frente
}
stage-held = Aguardando: o serviço não está aceitando músicas no momento; esta mantém o lugar na fila
stage-held-told = Aguardando: o serviço não está aceitando músicas no momento. Quem opera o Busker já recebeu o aviso; esta música mantém o lugar na fila
stage-restarting = O Busker está sendo reiniciado; depois disso esta música continua
stage-sent = Pedindo a música
stage-accepted = Pedido aceito
stage-composing = Compondo
stage-posting = Baixando as versões
stage-slow = Mais demorada que o normal
usual-seconds = Costuma levar { $seconds } s
usual-minutes = Costuma levar { $minutes } min
stage-quiet = Ainda em andamento
stage-done = As duas versões estão prontas
stage-partial = Uma versão está pronta; a outra falhou
stage-cancelled = Cancelada; não conta
stage-cancelled-counts = Cancelada. Não dá para parar o serviço, então esta conta
take-follows = A versão { $letter } vem em seguida
take-linked = A versão { $letter } é grande demais para postar aqui. Ela está em { $url }
take-ready = A versão { $letter } está pronta
take-facts = Versão { $letter }: { $length }
take-facts-bpm = Versão { $letter }: { $length }, { $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = O serviço não faz música com isso.
why-hint = O serviço não permite algumas palavras nem nomes de artistas. Diga de outro jeito ou descreva o som.
doesnt-count = Esta não conta no seu limite.
failure-refused = O serviço recusou este pedido.
failure-bad-call = O serviço não entendeu este pedido.
failure-declined = O serviço recusou o texto. Tente com outras palavras.
failure-file-refused = O serviço não conseguiu usar o áudio.
failure-file-refused-houseband = A banda da casa não consegue ouvir áudio: faz músicas a partir de palavras e só continua as próprias versões.
failure-file-not-https = O endereço do áudio precisa começar com https://.
failure-file-not-public = O endereço do áudio leva a uma rede privada, onde o serviço não consegue buscá-lo.
failure-file-unreachable = O endereço do áudio não responde com um arquivo.
failure-file-too-large = O áudio tem mais de 10 MB.
failure-file-not-audio = O que está no endereço do áudio não é áudio.
failure-input-gone = O áudio anexado não pode mais ser baixado. Peça de novo e anexe-o outra vez.
failure-key-rejected = O serviço não aceita a chave deste bot. Quem opera o bot precisa corrigir isso.
failure-out-of-credit = A conta deste bot no serviço está sem crédito.
failure-busy = O serviço está com trabalho demais. Tente de novo em alguns minutos.
failure-unavailable = O serviço está com um problema no momento. Tente de novo mais tarde.
failure-connection-lost = A conexão com o serviço caiu.
failure-overdue = O serviço demorou demais. Se a música ainda chegar, ela fica guardada para você: /library
failure-take-failed = O serviço aceitou a música e depois não conseguiu fazê-la.
failure-misshapen = O serviço enviou uma resposta que não dá para entender.
failure-soundverse-error = O serviço falhou.
failure-source-lost = A versão que seria estendida não pode mais ser baixada.
failure-file-lost = A música foi feita, mas não foi possível baixar os arquivos.
failure-interrupted = O Busker foi reiniciado em má hora, e esta música foi interrompida.
failure-restored = O Busker precisou voltar a uma cópia dos seus dados, na qual esta música ainda não tinha terminado.
failure-unshowable = Não foi possível mostrar esta música aqui, então ela não foi pedida.
failure-unstarted = Esta música esperou duas horas sem chegar a vez dela.
failure-no-files = A música foi feita, mas não foi possível baixar os arquivos. Se mais tarde der certo, eles ficam guardados para você.
failure-undelivered = Não foi possível postar aqui; a música fica guardada para você: /library
failure-sent-direct = Não foi possível postar aqui, então a música foi enviada só para você.
failure-too-large = É grande demais para postar aqui; a música fica guardada para você: /library
failure-linked = É grande demais para postar aqui; há um link no lugar.
failure-uncut = Não foi possível cortar na duração pedida; esta é a versão inteira.
failure-defect = Algo deu errado do nosso lado.

## What is left

left-none = Nenhuma música restante { $window }
left-some = Músicas restantes { $window }: { $left } de { $most }
left-any = { $used ->
    [0] Sem limite aqui; nenhuma música { $window }
    [one] Sem limite aqui; { $used } música { $window }
   *[other] Sem limite aqui; { $used } músicas { $window }
}
window-hour = nesta hora
window-day = hoje
window-week = nesta semana
window-month = neste mês
quota-title = Suas músicas
quota-used = { $used ->
    [0] Nenhuma música pedida { $window }
    [one] { $used } música pedida { $window }
   *[other] { $used } músicas pedidas { $window }
}
quota-title-other = As músicas de { $who }
rule-of-person = Pela regra pessoal: { $rule }
rule-of-role = Pela regra do cargo: { $rule }
rule-of-everyone = Pela regra geral daqui: { $rule }
rule-of-default = Pela regra padrão: { $rule }
songs-a-window = { $most ->
    [0] nenhuma música
    [one] { $most } música por { $unit }
   *[other] { $most } músicas por { $unit }
}
quota-granted = { $songs ->
    [one] E mais { $songs } música extra
   *[other] E mais { $songs } músicas extras
}
quota-granted-until = { $songs ->
    [one] E mais { $songs } música extra; isso termina { $when }
   *[other] E mais { $songs } músicas extras; isso termina { $when }
}
quota-blocked = Bloqueio: não é possível pedir músicas
quota-blocked-until = Bloqueio: não é possível pedir músicas. Termina { $when }
quota-budget = O orçamento deste Busker: { $used } de { $most } { $window }, recomeça { $when }
quota-server = Todas as pessoas daqui juntas: { $used } de { $most } { $window }, recomeça { $when }
quota-no-rule = Nenhuma regra limita você aqui
quota-resets = Recomeça { $when }
unit-hour = hora
unit-day = dia
unit-week = semana
unit-month = mês
time-hours = { $hours } h { $minutes } min
time-minutes = { $minutes } min
time-days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}
time-in-hours = em { $hours } h { $minutes } min
time-in-minutes = em { $minutes } min
time-in-days = { $days ->
    [one] em { $days } dia
   *[other] em { $days } dias
}

## Answers

late-takes = “{ $title }” acabou chegando. Fica guardada para você: /library. Não conta.
cancel-done-title = Cancelada
cancel-done = “{ $title }” não conta.
cancel-counts = Não dá para parar o serviço; “{ $title }” conta.
button-cancel = Cancelar
button-why = Por quê?
button-go = Confirmar
button-send-directly = Enviar direto para mim
button-edit = Editar

private-title = Só para você
private-comes = Chega nas suas mensagens diretas, e só você vê.

review-title = Pode ser assim?
review-prompt = Sobre: { $prompt }
review-lyrics = Letra:
review-no-lyrics = O serviço escreve a letra.
review-reference-url = No estilo de { $url }
review-backing-url = Cantada sobre { $url }
review-vocals-url = Com a voz que está em { $url }
review-melody-url = Com a melodia que está em { $url }
review-private = Só você vai ver.
review-dropped = Nada foi pedido.
review-sent-title = Pedido feito
review-sent = O cartão já está a caminho.

help-title = O que você pode pedir
help-make = Fazer música
help-more = Suas músicas e mais
help-admins = Para a administração
help-menus = No menu de uma mensagem
help-line = { $example } · { $what }
help-options = { "    " }com { $options }
help-operator = Para quem opera o Busker, também com { $options }
example-song = /song uma música de aniversário para a Ana
example-music = /music chuva em lo-fi
example-jingle = /jingle nossa reunião de segunda-feira
example-library = /library chuva
example-prompt = uma música de aniversário para a Ana
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }, versão { $letter }, { $age }
track-this = { $title }, versão { $letter }
ago-minutes = { $minutes ->
    [0] agora mesmo
   *[other] há { $minutes } min
}
ago-hours = há { $hours } h
ago-days = { $days ->
    [one] há { $days } dia
   *[other] há { $days } dias
}
## The library, and what is done with finished songs

button-extend = Estender { $letter }
button-again = De novo
button-remix = Remixar
button-favourite = ♥ { $letter }
button-unlike = Tirar ♥ de { $letter }
button-lyrics = Letra
button-delete = Apagar
button-keep = Manter
button-open = Abrir
button-show = Mostrar de novo
button-previous = Anterior
button-next = Próxima
button-back = Voltar
library-title = Suas músicas
library-favourites = Suas favoritas
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = chegou com atraso
library-gone = arquivos já apagados
library-private = privada
library-search = Com “{ $search }” no título ou na letra
library-empty = Você ainda não tem nenhuma música pronta. Peça uma com /song.
library-no-favourites = Você ainda não tem favoritas. Toque em ♥ abaixo de uma música, e ela fica guardada por mais tempo.
library-not-found = Nada aqui tem “{ $search }” no título, na descrição ou na letra.
favourite-now = A versão { $letter } de “{ $title }” agora é uma das suas favoritas: /library favourites.
favourite-no-more = A versão { $letter } de “{ $title }” não é mais uma das suas favoritas.
lyrics-title = A letra de “{ $title }”
lyrics-take = Versão { $letter }
lyrics-none = É instrumental; nada é cantado.
lyrics-unknown = A letra não é conhecida ou não está mais guardada.
lyrics-long = A letra é longa, por isso está no arquivo.
panel-in-file = É longo demais para mostrar aqui; está completo no arquivo.
remix-forgotten = O pedido desta música não está mais guardado; escreva de novo
show-done = Postada aqui de novo.
show-done-alone = Ela é privada, então foi enviada só para você.
delete-title = Apagar “{ $title }”?
delete-what = As mensagens, os arquivos e a letra desta música serão apagados, e ninguém pode trazê-los de volta. O que ela contou continua contando.
delete-done-title = “{ $title }” foi apagada
delete-done = As mensagens, os arquivos e a letra foram apagados. O que ela contou continua contando.
delete-messages-stay = Os arquivos e a letra foram apagados. Não foi possível remover uma mensagem; por favor, remova-a manualmente.

## For admins: what they set, and what holds now

admin-done = Feito
admin-more = … e mais { $more }
until-ever = por tempo indeterminado
until-moment = até { $moment }
rule-set-person = Limite de { $who } aqui: { $songs }.
rule-set-role = Limite aqui de cada pessoa com o cargo { $who }: { $songs }.
rule-set-everyone = Limite de cada pessoa aqui: { $songs }.
rule-set-server = Limite de todas as pessoas daqui juntas: { $songs }.
rule-cleared-person = { $who } não tem mais regra pessoal nem músicas extras aqui.
rule-cleared-role = O cargo { $who } não tem mais regra aqui.
rule-cleared-everyone = Não há mais regra para cada pessoa aqui.
rule-cleared-server = Não há mais regra para todas as pessoas daqui juntas.
rule-cleared-else = Para cada uma dessas pessoas vale agora a regra pessoal, a de outro cargo, a geral daqui ou a padrão.
admin-granted = { $who } pode pedir { $songs ->
    [one] { $songs } música a mais
   *[other] { $songs } músicas a mais
} sempre que a própria regra recomeça, { $until }.
admin-reset = A regra de { $who } recomeça: o que já foi pedido até agora não conta mais nela.
admin-blocked = Agora há um bloqueio para { $who } aqui, { $until }. As músicas a caminho continuam.
admin-unblocked = { $who } pode pedir músicas aqui de novo.
admin-not-blocked = Não há bloqueio para { $who } aqui.
admin-zone = Agora os dias começam à meia-noite em { $zone }; a hora lá é { $time }.
admin-paused = Em pausa: ninguém pode pedir músicas neste servidor até que a administração encerre a pausa. As músicas a caminho continuam.
admin-paused-all = Em pausa: ninguém pode pedir músicas em lugar nenhum até que você encerre a pausa. As músicas a caminho continuam.
admin-resumed = Já é possível pedir músicas neste servidor de novo.
admin-resumed-all = Já é possível pedir músicas de novo, exceto onde a administração do próprio servidor fez uma pausa.
admin-still-paused = A pausa deste servidor foi encerrada, mas quem opera o Busker fez uma pausa em todos os servidores.
show-title = As regras deste servidor
rule-default-each = Cada pessoa, por padrão: { $songs }
rule-default-each-none = Cada pessoa, por padrão: quantas músicas quiser
rule-default-together = Todas as pessoas juntas, por padrão: { $songs }
rule-default-together-none = Todas as pessoas juntas, por padrão: quantas músicas quiserem
rule-shown-person = { $who }: { $songs }
rule-shown-role = Cada pessoa com o cargo { $who }: { $songs }
rule-shown-everyone = Cada pessoa: { $songs }
rule-shown-server = Todas as pessoas juntas: { $songs }
show-grant = { $who }: { $songs ->
    [one] { $songs } música extra
   *[other] { $songs } músicas extras
}, { $until }
show-block = Bloqueio para { $who }, { $until }
show-paused = Em pausa: ninguém pode pedir músicas aqui
show-zone = Os dias começam à meia-noite em { $zone }
channels-title = Os canais deste servidor
channel-allowed = { $channel } está permitido.
channel-denied = { $channel } está fechado: não é possível pedir músicas lá.
channel-cleared = { $channel } não está mais nem permitido nem fechado.
channels-only-those = Só é possível pedir músicas nos canais permitidos.
channels-others = Em todos os outros canais é possível pedir músicas.
words-title = Palavras que não podem ser pedidas aqui
words-none = Não há nenhuma.
word-added = Não é mais possível pedir “{ $word }” aqui.
word-there = Já não era possível pedir “{ $word }” aqui antes.
word-removed = É possível pedir “{ $word }” aqui de novo.
usage-title = As músicas deste servidor
usage-title-all = As músicas de todos os servidores
usage-day = Hoje, por { $people ->
    [0] { $people } pessoas
    [one] { $people } pessoa
   *[other] { $people } pessoas
}: pedidas { $asked }, contam { $counted }, feitas { $made }
usage-month = Neste mês, por { $people ->
    [0] { $people } pessoas
    [one] { $people } pessoa
   *[other] { $people } pessoas
}: pedidas { $asked }, contam { $counted }, feitas { $made }
usage-forgotten = Alguém cujos dados foram apagados
usage-person = { $place }. { $who }: { $songs }
usage-billed = Cobradas, ou talvez cobradas: { $today } hoje, { $month } neste mês
usage-costs = Isso dá cerca de { $today } hoje e { $month } neste mês, a { $price } por música
jobs-title = Músicas a caminho
jobs-none = Não há nenhuma.
job-waiting = { $id }: aguarda há { $time }, para { $who }
job-working = { $id }: está sendo feita há { $time }, para { $who }
job-choice-waiting = { $id }: aguarda há { $time }
job-choice-working = { $id }: está sendo feita há { $time }
job-cancelled = { $id }, para { $who }, foi cancelada e não conta.
job-cancelled-counts = { $id }, para { $who }, foi cancelada; não dá para parar o serviço, então ela conta.
job-posting = { $id }: está sendo postada, para { $who }
audit-title = O que mudou
audit-none = Nada ainda.
audit-line = { $moment } { $who }: { $what }
audit-line-where = { $line } ({ $where })
audit-everywhere = em todos os servidores
audit-rule-person = { $songs } para { $subject }
audit-rule-role = { $songs } para cada pessoa com o cargo { $subject }
audit-rule-everyone = { $songs } para cada pessoa
audit-rule-server = { $songs } para todas as pessoas juntas
audit-clear-rule-person = fim da regra pessoal de { $subject }
audit-clear-rule-role = fim da regra do cargo { $subject }
audit-clear-rule-everyone = fim da regra para cada pessoa
audit-clear-rule-server = fim da regra para todas as pessoas juntas
audit-grant = { $songs ->
    [one] { $songs } música extra
   *[other] { $songs } músicas extras
} para { $subject }, por tempo indeterminado
audit-grant-until = { $songs ->
    [one] { $songs } música extra
   *[other] { $songs } músicas extras
} para { $subject }, { $until }
audit-clear-grants = fim das músicas extras de { $subject }
audit-reset = a regra de { $subject } recomeçou
audit-block = bloqueio para { $subject }, por tempo indeterminado
audit-block-until = bloqueio para { $subject }, { $until }
audit-unblock = fim do bloqueio para { $subject }
audit-pause = pausa
audit-resume = fim da pausa
audit-channel-allowed = { $subject } permitido
audit-channel-denied = { $subject } fechado
audit-clear-channel = { $subject } nem permitido nem fechado
audit-word = não se pode mais pedir “{ $subject }”
audit-clear-word = pode-se pedir “{ $subject }” de novo
audit-zone = os dias começam à meia-noite em { $subject }
audit-sound = um novo som para { $subject }
audit-clear-sound = fim do som próprio de { $subject }
audit-cancel = música { $subject } cancelada
audit-delete = música { $subject } apagada
button-older = Mais antigas
sound-title = O som deste canal
sound-none = Nenhum definido: os jingles soam como forem pedidos.
sound-style = Estilo: { $style }
sound-tags = Características: { $tags }
sound-banned = Aqui ninguém pode pedir: { $banned }
hint-user = Diga quem: user: …
hint-rule = Escreva um número e hour, day, week ou month (hora, dia, semana ou mês): 5/day
hint-songs = Diga quantas: songs: 3
hint-word = Diga qual: word: …
hint-server = Diga qual dos servidores dessa plataforma: server: …

## What is kept about people

notice-soundverse = Esta é a sua primeira música aqui, por isso este aviso, só desta vez: o que você escreve para ela (e endereços de áudio) vai para o Soundverse, que faz a música; quem você é, não.
notice-houseband = Esta é a sua primeira música aqui, por isso este aviso, só desta vez: o que você escreve para ela fica na máquina em que o Busker roda; é lá que a banda da casa faz a música.
notice-kept = O Busker guarda isso junto com a música por { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}, e quem a pediu, por 13 meses.
notice-yours = /library entrega tudo o que está guardado sobre você, ou apaga.
button-export = Exportar meus dados
button-forget = Apagar meus dados
button-forget-yes = Apagar tudo
export-title = Seus dados
export-made = Tudo o que está guardado sobre você, com { $songs ->
    [0] nenhuma música
    [one] { $songs } música
   *[other] { $songs } músicas
}, está no arquivo.
export-left-out = { $takes ->
    [one] { $takes } versão não coube nele; “Mostrar de novo” em /library a entrega.
   *[other] { $takes } versões não couberam nele; “Mostrar de novo” em /library as entrega.
}
export-readme = Isto é tudo o que o Busker guarda sobre você. Em data.json está como texto, com horários em UTC; na pasta songs estão as versões das suas músicas. As versões que não couberam estão listadas em left_out: “Mostrar de novo” em /library as entrega.
forget-title = Apagar tudo o que está guardado sobre você?
forget-goes = O que você escreveu, os títulos, as letras e os arquivos das suas músicas, as suas favoritas e o que espera a sua confirmação são apagados para sempre. As músicas a caminho são canceladas antes.
forget-messages = As mensagens já postadas ficam; se quiser, apague antes essas músicas uma a uma em /library. O que a administração definiu para você (limites, músicas extras, bloqueios) continua com ela.
forget-counts = A quantidade de músicas que você pediu continua contando, sem o seu nome, por { $days } dias; depois isso também é apagado.
forget-elsewhere = O que foi enviado ao Soundverse só o próprio Soundverse apaga.
forgotten-title = Apagado
forgotten = { $songs ->
    [0] Não havia nenhuma música sua.
    [one] { $songs } música era sua; nada dela fica guardado.
   *[other] { $songs } músicas eram suas; nada delas fica guardado.
}

## Refusals: nothing was spent

refused-title = Não foi feito
refusal = Isso não pode ser feito.
refusal-unknown-command = Não existe /{ $name }. Você pode pedir { $known }.
refusal-over-quota-person = { $most ->
    [0] Pela regra que vale para você, aqui não é possível pedir músicas.
   *[other] Seu limite de { $most } por { $unit } foi atingido. Recomeça { $when }.
}
refusal-over-quota-server = { $most ->
    [0] Pela regra deste servidor, aqui não é possível pedir músicas.
   *[other] O limite do servidor, de { $most } por { $unit }, foi atingido. Recomeça { $when }.
}
refusal-over-quota-server-own = { $most ->
    [0] Pela regra deste servidor, aqui não é possível pedir músicas.
   *[other] O limite do servidor, de { $most } por { $unit }, foi atingido (você ainda tem { $left } de { $own }). Recomeça { $when }.
}
refusal-over-quota-budget = O Busker já fez todas as músicas que pode por enquanto. Recomeça { $when }.
refusal-over-quota-tries = { $most ->
    [one] { $most } tentativa falhou
   *[other] { $most } tentativas falharam
} { $window }; faça uma pausa. Você pode pedir de novo { $when }.
refusal-over-quota-declines = O serviço recusou o texto de { $most ->
    [one] { $most } música
   *[other] { $most } músicas
} { $window }; faça uma pausa. Você pode pedir de novo { $when }.
refusal-too-many-running = { $most ->
    [one] Você tem { $most } música a caminho; espere até ela ficar pronta.
   *[other] Você tem { $most } músicas a caminho; espere até uma ficar pronta.
}
refusal-blocked = Você não pode pedir músicas aqui: a administração bloqueou você.
refusal-blocked-until = Você não pode pedir músicas aqui: a administração bloqueou você. O bloqueio termina { $when }.
refusal-paused = O Busker está em pausa: não é possível pedir músicas até que a administração encerre a pausa.
refusal-no-room = O Busker não tem mais espaço para guardar uma música, então ela não foi pedida. Quem opera o Busker precisa liberar espaço.
refusal-restarting = O Busker está sendo reiniciado, então nada foi pedido nem alterado. Tente de novo em um minuto.
refusal-not-allowed-here = Não é possível postar uma música aqui: o Busker não pode escrever ou enviar arquivos neste lugar.
refusal-not-allowed-here-missing = Não é possível postar uma música aqui. Falta ao Busker: { $missing }. Quem gerencia este lugar pode permitir.
refusal-no-direct-messages = O Busker não consegue escrever só para você. Permita mensagens diretas deste servidor ou peça sem private.
refusal-server-closed = O Busker não está aberto a este servidor. Quem opera o Busker decide a quais servidores ele está aberto.
refusal-direct-closed = O Busker só faz músicas em servidores que o adicionaram. Peça em um deles.
refusal-guests-closed = Aqui o Busker só faz músicas para membros deste workspace, não para convidados nem para pessoas de outras organizações.
refusal-channel-closed = A administração deste servidor quer que as músicas sejam pedidas em outros canais.
refusal-word-banned = Não é possível pedir “{ $word }” aqui. Tente com outras palavras.
refusal-not-permitted-moderate = Só a moderação deste servidor pode fazer isso.
refusal-not-permitted-set-channels = Só quem gerencia este canal pode fazer isso.
refusal-not-permitted-administer = Só a administração deste servidor pode fazer isso.
refusal-not-permitted-operate = Só quem opera o Busker pode fazer isso.
refusal-not-posted = Não foi possível postar aqui. A música fica guardada; tente de novo, aqui ou em outro lugar.
refusal-on-its-way = Essa música ainda está a caminho. Cancele-a antes ou espere até ficar pronta.
refusal-not-yours = Isso é de outra pessoa.
defect = Algo deu errado do nosso lado; nada foi gasto. Por favor, tente de novo.
option-missing = Falta { $option }. { $hint }
option-too-long = { $option } é longa demais: { $length } caracteres, e o máximo é { $most }.
option-too-large = O que foi anexado como { $option } tem mais de 10 MB.
option-twice = { $option } foi dado duas vezes: anexado e como endereço. Use só um dos dois.
option-unknown = /{ $command } não tem a opção “{ $option }”. As opções são { $known }.
option-nameless = /{ $command } não sabe o que é “{ $given }”. Escreva antes uma destas opções, com dois-pontos: { $known }.
option-unwanted = /{ $command } não aceita nada além disso.
option-elsewhere = Essa versão está com outra banda da casa, à qual não é possível pedir daqui.
option-not-url = { $option } precisa ser um endereço que comece com https://.
option-not-switch = { $option } é on ou off, e “{ $given }” não é nenhum dos dois.
option-not-person = { $option } é uma pessoa, e “{ $given }” não indica ninguém. Escreva @ e escolha o nome sugerido.
option-not-channel = { $option } é um canal, e “{ $given }” não indica nenhum. Escreva # e escolha o nome sugerido.
option-no-roles = No Slack não há cargos. Defina para uma pessoa ou para todas juntas.
option-not-seconds = “{ $given }” não é uma duração. Escreva segundos, como 15.
option-off-sound = Os jingles deste canal não aceitam “{ $word }”. Peça outro.
option-not-time = “{ $given }” não é um tempo. Escreva segundos ou m:ss, como 45 ou 1:30.
option-no-platform = Não existe a plataforma “{ $given }”. As que existem: { $known }.
option-not-rule = “{ $given }” não é uma regra. Escreva um número e hour, day, week ou month (hora, dia, semana ou mês): 5/day
option-not-until = “{ $given }” não é um prazo. Escreva um tempo como 12h, 7d ou 2w, ou uma data como 2026-12-31.
option-past = “{ $given }” já passou.
option-one-of = { $option } e { $others } não podem ser usadas juntas.
option-no-word = “{ $given }” não tem nenhuma letra nem número.
option-too-many = Já há { $most } palavras; remova algumas antes.
option-not-zone = “{ $given }” não é um fuso horário. Escreva um como Europe/Berlin.
option-out-of-range = { $option } precisa ficar entre { $least } e { $most }.
option-too-short = Essa versão tem menos de 8 segundos, curta demais para ser estendida.
option-invalid = { $option } não pode ser usada assim.
nothing-track = { $name ->
    [none] Você ainda não tem nenhuma música pronta. Peça uma antes
   *[other] Você não tem nenhuma música pronta chamada “{ $name }”
}.
nothing-draft = Esse rascunho não existe mais. Peça a música de novo.
nothing-song = Essa música não é conhecida aqui.
nothing-take = Essa versão não está mais guardada.
nothing-take-yet = Essa música ainda não tem nenhuma versão. Espere até ela ficar pronta.
nothing-audio = Nessa mensagem não há música do Busker nem arquivo mp3 ou wav.
nothing-slack-audio = Os arquivos do Slack não podem ser usados: só o próprio Slack consegue abri-los. Coloque o áudio onde um endereço https leve até ele, e publique esse endereço.
nothing-source = A versão que essa música estendia não está mais guardada.
nothing-files = Os arquivos dessa música não estão mais guardados.
nothing-deleted = Essa música foi apagada.
nothing-button = Esse botão não faz mais nada.
nothing-running = Não há nada seu para cancelar.
nothing-job-here = Não há nenhuma música chamada { $name } a caminho neste servidor.
nothing-word = “{ $name }” não está entre as palavras que não podem ser pedidas aqui.
nothing-job = Não há nenhuma música sua chamada “{ $name }” a caminho.

## The catalogue: what can be asked

command-song = Uma música com voz
command-song-prompt = Sobre o que deve ser e como deve soar
command-song-lyrics = A sua própria letra
command-song-reference = Áudio cujo estilo seguir: mp3 ou wav, no máximo 10 MB
command-song-reference-url = Endereço https de um áudio cujo estilo seguir
command-song-backing = Base instrumental sobre a qual cantar: mp3 ou wav, no máximo 10 MB
command-song-backing-url = Endereço https de uma base instrumental sobre a qual cantar
command-song-vocals = Voz que serve de ponto de partida: mp3 ou wav, no máximo 10 MB
command-song-vocals-url = Endereço https de uma voz que serve de ponto de partida
command-song-melody = Melodia a seguir: mp3 ou wav, no máximo 10 MB
command-song-melody-url = Endereço https de uma melodia a seguir
command-song-private = on: chega nas suas mensagens diretas
command-song-review = on: dê uma olhada antes de pedir
command-song-draft = O rascunho a que isto pertence
command-music = Uma música instrumental
command-music-prompt = Como deve soar
command-music-style = Um estilo, como jazz
command-music-private = on: chega nas suas mensagens diretas
command-jingle = Um instrumental curto no som deste canal
command-jingle-prompt = Para que serve e como deve soar
command-jingle-length = Duração: de 5 a 60 segundos; 15 se você não disser
command-jingle-private = on: chega nas suas mensagens diretas
command-extend = Estender uma versão de uma das suas músicas
command-extend-track = Qual versão; a sua mais nova se você não disser
command-extend-at = De onde: segundos ou m:ss; do fim se você não disser
command-extend-lyrics = A letra da parte nova
command-extend-prompt = Como deve continuar
command-library = Suas músicas prontas
command-library-search = Texto no título, na descrição, no estilo ou na letra
command-library-favourites = Só as que têm ♥, também as de outras pessoas
command-quota = Quantas músicas você ainda pode pedir
command-busker-help = O que você pode pedir
command-quota-user = De quem; para a moderação
command-jingle-sound-set = Definir como soam os jingles deste canal
command-jingle-sound-set-style = Um estilo, como ska
command-jingle-sound-set-tags = Mais detalhes, separados por vírgulas: metais, alegre
command-jingle-sound-set-banned = Palavras que não podem ser pedidas neste canal, separadas por vírgulas
command-jingle-sound-show = Mostrar como soam os jingles deste canal
command-jingle-sound-clear = Deixar os jingles soarem como forem pedidos
command-busker-admin-quota-set = Definir quantas músicas podem ser pedidas
command-busker-admin-quota-set-rule = Quantas: 5/day, ou por hour, week ou month
command-busker-admin-quota-clear = Remover uma regra; de uma pessoa, também as músicas extras
command-busker-admin-quota-grant = Permitir mais músicas a uma pessoa
command-busker-admin-quota-grant-songs = Quantas a mais
command-busker-admin-quota-reset = Recomeçar a regra de uma pessoa
command-busker-admin-quota-show = Mostrar as regras deste servidor ou o que resta a uma pessoa
command-busker-admin-quota-role = Qual cargo
command-busker-admin-quota-together = on: para todas as pessoas daqui juntas
command-busker-admin-block = Impedir que uma pessoa peça músicas
command-busker-admin-unblock = Encerrar um bloqueio
command-busker-admin-user = Qual pessoa
command-busker-admin-until = Até quando: 12h, 7d, 2w ou uma data; se não, por tempo indeterminado
command-busker-admin-channels-allow = Permitir um canal; os que não forem permitidos ficam fechados
command-busker-admin-channels-deny = Fechar um canal
command-busker-admin-channels-clear = Deixar um canal nem permitido nem fechado
command-busker-admin-channels-list = Mostrar onde é possível pedir músicas
command-busker-admin-channels-channel = Qual; este se você não disser
command-busker-admin-words-add = Não deixar ninguém pedir uma palavra
command-busker-admin-words-remove = Permitir uma palavra de novo
command-busker-admin-words-list = Mostrar as palavras que não podem ser pedidas
command-busker-admin-words-word = Uma palavra, ou várias em sequência
command-busker-admin-timezone = Definir em que fuso horário os dias começam, ou consultar
command-busker-admin-timezone-zone = Como Europe/Berlin
command-busker-admin-usage = Mostrar quanto foi pedido, e por quem
command-busker-admin-usage-csv = on: com uma tabela deste mês
command-busker-admin-jobs = Mostrar o que está a caminho, ou cancelar
command-busker-admin-jobs-cancel = Qual música cancelar
command-busker-admin-pause = Não deixar ninguém pedir músicas
command-busker-admin-resume = Encerrar uma pausa
command-busker-admin-audit = Mostrar o que mudou
command-busker-admin-audit-before = Antes de qual mudança
command-busker-admin-server = Para quem opera o Busker: outro servidor
command-busker-admin-platform = Para quem opera o Busker: outra plataforma
command-busker-admin-everywhere = Para quem opera o Busker: em todos os servidores
command-cancel = Parar de esperar uma música
command-cancel-job = Qual música; a sua mais nova se você não disser
menu-extend = Estender esta faixa
menu-song = Música com esta mensagem
command-menu-extend = Uma versão mais longa da música ou do áudio que há nela
command-menu-song = O texto e o áudio dela, no formulário de uma música

## Nomes de comandos e opções

name-song = música
name-music = instrumental
name-jingle = jingle
name-extend = estender
name-library = biblioteca
name-quota = cota
name-busker-admin-quota = cota
name-cancel = cancelar
name-busker-help = busker-ajuda
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = definir
name-show = mostrar
name-clear = limpar
name-grant = conceder
name-reset = reiniciar
name-block = bloquear
name-unblock = desbloquear
name-channels = canais
name-allow = permitir
name-deny = proibir
name-list = listar
name-words = palavras
name-add = adicionar
name-remove = remover
name-timezone = fuso-horário
name-usage = uso
name-jobs = a-caminho
name-pause = pausar
name-resume = retomar
name-audit = histórico
name-prompt = descrição
name-lyrics = letra
name-reference = referência
name-reference-url = referência-url
name-backing = base
name-backing-url = base-url
name-vocals = voz
name-vocals-url = voz-url
name-melody = melodia
name-melody-url = melodia-url
name-private = privado
name-review = revisar
name-style = estilo
name-length = duração
name-track = versão
name-at = desde
name-search = busca
name-favourites = favoritas
name-user = pessoa
name-job = música
name-tags = detalhes
name-banned = proibidas
name-rule = regra
name-role = cargo
name-together = juntos
name-songs = músicas
name-until = até
name-channel = canal
name-word = palavra
name-zone = zona
name-csv = csv
name-server = servidor
name-platform = plataforma
name-everywhere = em-todo-lugar

## Forms: labels of at most 45 characters

form-song = Uma música
form-music = Uma música instrumental
form-jingle = Um jingle
form-extend = Uma versão mais longa
form-extend-this = Uma versão mais longa
form-again = De novo
form-edit = Editar
form-remix = Fazer um remix
extend-lyrics-hint = A letra desta música não é conhecida: escreva a da parte nova
extend-audio-at-hint = Segundos ou m:ss desde o começo, como 1:30
extend-audio-lyrics-hint = A letra da parte nova; [Instrumental] se não houver
field-prompt = Como deve ser
field-prompt-hint = Uma música de aniversário para a Ana, calorosa e lenta
field-prompt-hint-music = Chuva em lo-fi, lenta e suave
field-prompt-hint-jingle = Nossa reunião de segunda-feira, alegre e curta
field-prompt-hint-extend = Como deve continuar
field-lyrics = Letra
field-lyrics-hint = Deixe em branco, e o serviço escreve
field-lyrics-hint-extend = A letra da parte nova
field-style = Estilo
field-style-hint = Como jazz ou lo-fi
field-length = Duração em segundos
field-length-hint = De 5 a 60
field-reference-url = Áudio cujo estilo seguir
field-reference-url-hint = Um endereço que comece com https://
field-track = Qual versão
field-track-hint = A versão a partir da qual continuar
field-at = A partir de onde
field-at-hint = Segundos ou m:ss; em branco quer dizer o fim
field-audio-url = Áudio a estender
field-audio-url-hint = Um endereço que começa com https://

## The terminal

console-title = Busker
console-welcome = Peça uma música: /song uma música de aniversário para a Ana
console-hints = /help mostra o que você pode pedir, /quit sai
console-as = Você está como { $name }
console-goes-on = Retomando o que ficou inacabado
console-unfinished = O que ficou inacabado continua quando você iniciar o Busker de novo
console-files = Os arquivos estão em { $folder }
console-kept = Salvo como { $file }
console-not-kept = Não foi possível salvar em { $folder }: { $why }
console-more = ♪ e mais { $count }
console-private = Só você vê isto
console-private-other = Só { $name } vê isto
console-elsewhere = Em { $channel }
console-operator = No canal de quem opera o Busker
console-no-number = Nenhum botão tem o número { $number }.
console-form-typed = Enter passa para o próximo, ou Esc e depois Enter onde pode haver várias linhas. Ctrl-C sai do formulário
console-form-scripted = Uma linha para cada um; uma linha vazia mantém o que está lá
console-form-several-lines = Enter começa uma nova linha; Esc e depois Enter segue adiante
console-form-left = Você saiu do formulário; nada foi pedido.
console-form-again = Preencher de novo
console-form-missing = Este é obrigatório.
console-form-choose = Escreva um número de 1 a { $most }.
console-form-too-long = Texto longo demais: { $length } caracteres, e o máximo é { $most }.

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = O Busker precisa de você
alarm-noticed = Percebido em { $time }
alarm-budget = O orçamento de { $most } por { $unit } está { $percent }% usado: { $used } músicas. Recomeça { $when }.
alarm-budget-used-up = O orçamento de { $most } por { $unit } acabou, então não é possível pedir músicas. Recomeça { $when }.
alarm-budget-cost = Isso dá cerca de { $cost }, a { $price } por música.
alarm-key-rejected = O serviço não aceita a chave, então todas as músicas aguardam. Coloque a chave certa em SOUNDVERSE_API_KEY (a da banda da casa: HOUSEBAND_KEY) e inicie o Busker de novo.
alarm-key-elsewhere = O serviço não aceita a chave, então todas as músicas aguardam. A chave parece ser de { $host }: confira SOUNDVERSE_BASE_URL.
alarm-out-of-credit = A conta no serviço está sem crédito, então todas as músicas aguardam. Elas continuam sozinhas assim que houver crédito.
alarm-unreachable = O serviço não aceita nenhuma música há { $minutes } minutos: { $error }. As músicas aguardam ou falham, e nenhuma delas conta.
alarm-disk-low = Só há { $free } MiB livres onde as músicas são guardadas. Abaixo de { $least } MiB, nenhuma música nova é aceita.
alarm-disk-full = Só há { $free } MiB livres onde as músicas são guardadas, então nenhuma música nova é aceita. Libere espaço ou diminua BUSKER_ARCHIVE_GIB.
alarm-backup-failed = Não há backup de hoje. { $why }
alarm-late-takes = Uma música chegou depois de já ter sido dada como perdida: { $job }. Ela fica guardada e não muda nenhum limite.

## The operator's terminal: starting

database-in-use = Outro Busker está usando { $database }. Pare o outro antes.
database-too-new = { $database } foi criado por uma versão mais nova do Busker. Atualize este Busker.
database-damaged = { $database } está danificado: { $why }.
database-way-back = A cópia mais nova é { $copy }; docs/operate.md diz como voltar a ela.
database-locked = { $database } está bloqueado por outro programa. Feche esse programa antes.
database-closed = Não é possível gravar em { $database }: { $why }. Permita que o usuário que roda o Busker grave o arquivo e a pasta dele.
database-full = Não é possível abrir { $database }, porque o disco está cheio. Libere espaço antes.
database-failed = Não é possível abrir { $database }: { $why }.
http-taken = BUSKER_HTTP: não é possível responder em { $address }: { $why }.

## The operator's terminal: busker run

run-no-token = Defina DISCORD_TOKEN, ou SLACK_BOT_TOKEN com SLACK_APP_TOKEN: sem eles, busker run não sabe onde funcionar. No terminal, o Busker toca sem token: busker try
run-no-player = Diga quem faz a música: defina SOUNDVERSE_API_KEY, ou BUSKER_COMPOSER=houseband para a banda da casa.
run-stopped = O Busker precisou parar; o log diz por quê. Inicie-o de novo, e ele continua.
slack-no-bot-token = Slack: SLACK_BOT_TOKEN não está definido.
slack-no-bot-token-mend = Defina-o com o Bot User OAuth Token do aplicativo (xoxb-); docs/slack.md tem todos os passos.
slack-no-door = Slack: SLACK_BOT_TOKEN está definido, mas nem SLACK_APP_TOKEN nem SLACK_SIGNING_SECRET.
slack-no-door-mend = Defina SLACK_APP_TOKEN (xapp-) para o Socket Mode, ou SLACK_SIGNING_SECRET para o modo HTTP.
slack-no-listener = Slack: o modo HTTP precisa de um endereço em que o Busker escute, e BUSKER_HTTP não está definido.
slack-no-listener-mend = Defina BUSKER_HTTP como host:port, ou SLACK_APP_TOKEN (xapp-) para o Socket Mode.
slack-token = Slack: { $setting } não é aceito.
slack-token-mend = Copie-o novamente da página do aplicativo em https://api.slack.com/apps: o token do bot começa com xoxb- e o do aplicativo com xapp-.
slack-app-scope = Slack: SLACK_APP_TOKEN não permite que o Busker se conecte.
slack-app-scope-mend = Na página do aplicativo, em Basic Information, App-Level Tokens, crie um novo com o escopo connections:write.
slack-scopes = Slack: o token do bot não permite o que o Busker precisa: { $scopes }.
slack-scopes-mend = Dê ao aplicativo o manifesto novamente (busker manifest slack o mostra) e instale-o mais uma vez no espaço de trabalho.
slack-refuses = Slack: ele não diz quem é o bot: { $why }.
slack-unwell = Slack: { $host } responde com o status { $status }.
slack-unwell-mend = Espere um pouco e tente de novo; https://slack-status.com informa sobre os problemas do próprio Slack.
slack-away = Slack: não é possível alcançar { $host }: { $why }.
slack-slow = Slack: { $host } não respondeu em { $seconds } s.
slack-away-mend = Verifique a rede desta máquina e SLACK_API_BASE, se estiver definido.
slack-unlike = Slack: o que responde em { $base } não é a API do Slack.
slack-unlike-mend = Corrija SLACK_API_BASE, que termina em /api/, ou deixe-o vazio.
manifest-description = Transforma palavras em músicas: digite /song e, um minuto depois, há uma capa e duas versões.
manifest-long-description = O Busker faz músicas onde as pessoas conversam. Digite /song e sobre o que ela deve ser: um cartão aparece, muda enquanto a música é feita e termina com a capa e as duas versões, prontas para ouvir, estender ou tentar de novo. /music faz instrumentais e /jingle, peças curtas com o som de um canal. Quantas músicas cada pessoa pode pedir é decidido pelos administradores deste espaço de trabalho. Ele roda em uma máquina própria.
manifest-menu-song = Fazer uma música disto
manifest-menu-extend = Estender esta faixa
manifest-jingle-sound = Como soam os jingles deste canal
manifest-busker-admin = Quem pode pedir quantas músicas, e onde; uso, tarefas, pausa, registro
manifest-busker = Todos os comandos do Busker por um só nome
manifest-busker-usage = song uma canção do mar | quota | help
manifest-prefix-odd = “{ $prefix }” não pode vir antes de um comando: use letras minúsculas de a a z, algarismos, - e _.
manifest-prefix-long = { $command } seria longo demais: o Slack aceita { $most } caracteres. Use um prefixo mais curto.
manifest-address-odd = O Slack não pode enviar nada para “{ $address }”: escreva um endereço com https:// e um host, como https://songs.example.
discord-token-refused = O Discord não aceita DISCORD_TOKEN. Copie de novo o token do bot no portal de desenvolvedores.
discord-unreachable = Não dá para chegar ao Discord: { $why }. Verifique a rede e inicie o Busker de novo.
discord-unwell = O Discord responde com o status { $status }, então nada pode começar lá. Espere um pouco e veja o que busker doctor diz.
discord-connections-used-up = O Discord não permite mais conexões por enquanto: todas as { $total } do dia foram usadas. Ele permitirá novas em { $time }.
discord-form-too-late = Demorou demais, e o formulário não pode mais ser exibido. Peça mais uma vez, por favor.
slack-revoked = O Slack retirou o acesso do Busker: o token foi revogado, ou o app foi removido do workspace. Instale o app de novo e defina outra vez SLACK_BOT_TOKEN.
slack-who = O Slack não diz no momento quem você é. Peça mais uma vez, por favor.
slack-form-title = O formulário está pronto
slack-form-line = O Slack só o abre quando você aperta o botão.
slack-form-open = Abrir o formulário
slack-form-send = Enviar
slack-form-close = Fechar
slack-pick = O que fazer
slack-files-sent = Os arquivos estão nas nossas mensagens diretas.
slack-files-lost = Não foi possível enviar os arquivos a você. Peça mais uma vez, por favor.
slack-home-running = A caminho
permission-manage-threads = Gerenciar tópicos (este tópico está trancado)
permission-connect = Conectar
permission-private-thread = um lugar neste tópico privado (mencione o Busker nele uma vez)
permission-membership = um lugar neste canal (convide-o uma vez: /invite e o nome dele)

## The operator's terminal: busker backup

backup-made = { $database } copiado para { $file }: { $size }, conferido e íntegro.
backup-missing = Ainda não há banco de dados em { $database }, então não há nada para copiar.
backup-exists = { $file } já existe. Indique um arquivo que ainda não exista.
backup-no-folder = Não existe a pasta { $folder }. Crie-a antes.
backup-not-writable = Não é possível gravar em { $folder }: { $why }.
backup-full = O disco de { $folder } está cheio. Nada da cópia foi guardado.
backup-corrupt = { $database } está danificado, então nenhuma cópia foi guardada: { $why }. Volte a uma cópia anterior.
backup-failed = Não foi possível copiar { $database }: { $why }.

## The operator's terminal: busker doctor

doctor-ok = ok
doctor-note = nota
doctor-wrong = erro
doctor-well = Nada está errado.
doctor-unwell = Há algo errado; as linhas abaixo de cada “erro” dizem o que ajuda.
doctor-settings = Configurações: todas podem ser usadas.
doctor-settings-mend = Corrija no ambiente ou em .env; o resto é verificado depois disso.
doctor-versions = Python { $python }, SQLite { $sqlite }.
doctor-sqlite-old = O SQLite { $version } é antigo demais; o mínimo é { $least }.
doctor-sqlite-mend = Instale um Python mais novo, que traz um SQLite mais novo.
doctor-zone = Os dias começam à meia-noite em { $zone }.
doctor-data = Dados
doctor-songs = Músicas
doctor-folder = { $name }: é possível gravar em { $folder }.
doctor-folder-new = { $name }: { $folder } ainda não existe; o Busker cria.
doctor-folder-closed = { $name }: não é possível gravar em { $folder }: { $why }.
doctor-folder-mend = Permita que o usuário que roda o Busker grave em { $folder }.
doctor-disk = Disco: { $free } GiB livres.
doctor-disk-small = Disco: { $free } GiB livres, menos que os { $most } GiB que BUSKER_ARCHIVE_GIB deixa as músicas ocuparem.
doctor-disk-full = Disco: só { $free } GiB livres.
doctor-disk-mend = Libere espaço ou mude BUSKER_DATA_DIR para outro disco.
doctor-database = Banco de dados: { $database } está íntegro; versão { $version }, journal { $journal }, { $songs ->
    [0] nenhuma música
    [one] { $songs } música
   *[other] { $songs } músicas
}.
doctor-database-new = Banco de dados: { $database } ainda não existe; o Busker cria.
doctor-database-older = Banco de dados: { $database } tem a versão { $version }; a próxima inicialização o atualiza. Faça um backup antes.
doctor-database-later = Banco de dados: { $database } tem a versão { $version }, criada por um Busker mais novo.
doctor-database-upgrade = Atualize este Busker ou volte a uma cópia anterior.
doctor-database-corrupt = Banco de dados: { $database } está danificado: { $why }.
doctor-database-restore = Pare o Busker e volte à última cópia boa; docs/operate.md diz como.
doctor-database-closed = Banco de dados: não é possível ler { $database }: { $why }.
doctor-database-permit = Permita que o usuário que roda o Busker leia e grave o arquivo e a pasta dele.
doctor-player-unsaid = Quem toca: há um token de chat definido, e nada diz quem faz a música.
doctor-player-say = Defina BUSKER_COMPOSER como soundverse ou houseband.
doctor-player-soundverse = Quem toca: o Soundverse em { $host }, porque BUSKER_COMPOSER diz isso. Ele não foi chamado: qualquer chamada pode custar.
doctor-player-key = Quem toca: o Soundverse em { $host }, porque a chave dele está definida. Ele não foi chamado: qualquer chamada pode custar.
doctor-player-chosen = Quem toca: a banda da casa, porque BUSKER_COMPOSER diz isso.
doctor-player-default = Quem toca: a banda da casa, porque BUSKER_COMPOSER não está definido.
doctor-key = Chave: SOUNDVERSE_API_KEY está definida e tem o formato usual.
doctor-key-odd = Chave: SOUNDVERSE_API_KEY está definida, mas não começa com { $prefix } como a maioria.
doctor-key-missing = Chave: SOUNDVERSE_API_KEY não está definida.
doctor-key-mend = Coloque nela a chave do painel da API ou defina BUSKER_COMPOSER=houseband.
doctor-key-unused = Chave: SOUNDVERSE_API_KEY está definida e não é usada; com BUSKER_COMPOSER=soundverse ela é usada.
doctor-key-plain = Chave: ela vai para { $host } por http simples, que outros no caminho podem ler.
doctor-band-instruments = Banda da casa: as bibliotecas de áudio e a fonte tipográfica dela carregam.
doctor-band-broken = Banda da casa: as bibliotecas dela não carregam: { $why }
doctor-band-install = Instale os pacotes do Busker de novo: make setup.
doctor-soundfont = Banda da casa: estes sons vêm do soundfont { $path }: { $instruments }.
doctor-soundfont-unused = Banda da casa: não consegue usar o soundfont e continua tocando com os próprios sons. { $why }
doctor-band-playing = Banda da casa: há uma tocando em { $address }.
doctor-band-free = Banda da casa: { $address } está livre para ela.
doctor-band-taken = Banda da casa: ela não pode usar { $address }: { $why }.
doctor-band-move = Pare o que usa o endereço ou defina HOUSEBAND_ADDRESS como outro host:port.
doctor-band-keyless = Banda da casa: SOUNDVERSE_BASE_URL indica uma banda, e HOUSEBAND_KEY não está definida.
doctor-band-key = Coloque em HOUSEBAND_KEY a chave dessa banda.
doctor-band-silent = Banda da casa: nenhuma responde em { $address }.
doctor-band-start = Inicie-a com busker houseband ou corrija SOUNDVERSE_BASE_URL.
doctor-alarms = Alarmes: os problemas são avisados em { $channel }.
doctor-alarms-logged = Alarmes: os problemas ficam só no log, porque BUSKER_OPERATOR_CHANNEL não está definido.
doctor-alarms-nowhere = Alarmes: não é possível avisar dos problemas em { $channel }, porque nenhum token { $token } está definido.
doctor-http-answers = HTTP: um Busker responde em { $address }.
doctor-http-free = HTTP: { $address } está livre para BUSKER_HTTP.
doctor-http-taken = HTTP: BUSKER_HTTP não pode usar { $address }: { $why }.
doctor-http-move = Pare o que usa o endereço ou defina BUSKER_HTTP como outro host:port.
doctor-links-nowhere = HTTP: BUSKER_PUBLIC_URL está definido, mas o Busker não responde em lugar nenhum.
doctor-links-listen = Defina BUSKER_HTTP como o host:port ao qual o endereço público leva.
doctor-discord-bot = Discord: o token é aceito; o bot é { $bot }, o aplicativo { $application } ({ $id }).
doctor-discord-token = Discord: DISCORD_TOKEN não é aceito.
doctor-discord-token-mend = Copie de novo o token do bot no portal de desenvolvedores: Bot, Reset Token.
doctor-discord-away = Discord: não dá para chegar a { $host }: { $why }.
doctor-discord-slow = Discord: { $host } não respondeu em { $seconds } s.
doctor-discord-away-mend = Verifique a rede desta máquina, e DISCORD_API_BASE se estiver definido.
doctor-discord-unwell = Discord: { $host } responde com o status { $status }.
doctor-discord-unwell-mend = Espere um pouco e tente de novo; https://discordstatus.com informa sobre problemas do próprio Discord.
doctor-discord-unlike = Discord: o que responde em { $base } não é a API do Discord.
doctor-discord-unlike-mend = Corrija DISCORD_API_BASE, que termina em /api/v10, ou deixe vazio.
doctor-discord-elsewhere = Discord: os comandos são enviados a { $url } em vez de ao Busker.
doctor-discord-elsewhere-mend = No portal de desenvolvedores, em General Information, esvazie Interactions Endpoint URL.
doctor-discord-grant = Discord: não dá para convidar o bot pelo link.
doctor-discord-grant-mend = No portal de desenvolvedores, em Bot, desligue Requires OAuth2 Code Grant.
doctor-discord-open = Discord: qualquer pessoa pode convidar o bot, e ele toca em todos os servidores em que está, porque BUSKER_SERVERS não está definido.
doctor-discord-closed = Discord: BUSKER_SERVERS nomeia { $servers ->
    [0] nenhum servidor do Discord, então ele não toca em nenhum
    [one] o único servidor em que ele toca
   *[other] os { $servers } servidores em que ele toca
}.
doctor-discord-own = Discord: só quem é dono do bot pode convidá-lo.
doctor-discord-intents = Discord: há intents privilegiados ligados no portal de desenvolvedores ({ $intents }). O Busker não precisa de nenhum; você pode desligá-los.
doctor-discord-invite = Discord: este link convida o bot: { $link }
doctor-discord-install = Discord: com este link cada pessoa o instala para si: { $link }
doctor-discord-install-off = Discord: BUSKER_DIRECT está ligado, mas ninguém pode instalar o bot para si: no portal de desenvolvedores, em Installation, User Install está desligado.
doctor-discord-gateway = Discord: dá para chegar a { $host }, de onde vêm os eventos; restam { $left } de { $total } conexões hoje.
doctor-discord-gateway-away = Discord: não dá para chegar a { $host }, de onde vêm os eventos: { $why }.
doctor-discord-gateway-mend = Verifique a rede desta máquina, e DISCORD_GATEWAY_URL se estiver definido.
doctor-discord-spent = Discord: as { $total } conexões de hoje acabaram.
doctor-discord-spent-mend = Haverá novas em { $time }. Descubra o que inicia o bot repetidamente.
doctor-discord-nowhere = Discord: o bot ainda não está em nenhum servidor; o link acima o convida.
doctor-discord-servers = Discord: o bot está em { $servers ->
    [one] 1 servidor
   *[other] { $servers } servidores
}: { $names }.
doctor-discord-more = { $names } e mais { $count }
doctor-discord-server = Discord: { $server } permite tudo o que é preciso, e arquivos de { $size } MiB.
doctor-discord-lacks = Discord: { $server } não permite ao bot: { $permissions }.
doctor-discord-lacks-mend = Permita isso lá ao cargo do bot, ou abra de novo o link acima e escolha esse servidor.
doctor-discord-absent = Discord: { $setting } nomeia { $server }, e o bot não está lá.
doctor-discord-absent-mend = Convide-o para lá, ou tire { $server } de { $setting }.
doctor-discord-channel = Discord: o canal de quem opera o Busker é #{ $channel } em { $server }, e o bot pode escrever nele.
doctor-discord-channel-direct = Discord: o canal de quem opera o Busker é uma mensagem direta.
doctor-discord-channel-hidden = Discord: o canal de quem opera o Busker { $channel } não existe, ou o bot não o vê.
doctor-discord-channel-find = Corrija BUSKER_OPERATOR_CHANNEL: “Copiar ID do canal” no menu do canal dá o número. Deixe o bot ver esse canal.
doctor-discord-channel-kind = Discord: o canal de quem opera o Busker #{ $channel } em { $server } não recebe mensagens.
doctor-discord-channel-pick = Indique um canal de texto em BUSKER_OPERATOR_CHANNEL.
doctor-discord-channel-closed = Discord: o canal de quem opera o Busker #{ $channel } em { $server } não permite ao bot: { $permissions }.
doctor-discord-channel-open = Permita isso ao cargo do bot nas permissões desse canal.
doctor-slack-bot = Slack: o token é aceito; o bot é { $bot } no espaço de trabalho { $team } ({ $id }).
doctor-slack-scopes = Slack: o token permite tudo o que é necessário.
doctor-slack-helpful = Slack: o token não permite { $scopes }. O Busker funciona sem isso; docs/slack.md diz o que muda então.
doctor-slack-socket = Slack: tudo chega pelo Socket Mode, e SLACK_APP_TOKEN é aceito.
doctor-slack-http = Slack: tudo chega em { $url }, e um Busker com este SLACK_SIGNING_SECRET responde lá.
doctor-slack-http-silent = Slack: tudo deve chegar em { $url }, onde nenhum Busker responde no momento.
doctor-slack-secret = Slack: o Busker em { $url } não aceita o que é assinado com SLACK_SIGNING_SECRET.
doctor-slack-secret-mend = Copie novamente o Signing Secret da página do aplicativo, em Basic Information, e reinicie o Busker.
doctor-slack-elsewhere = Slack: BUSKER_SERVERS não nomeia este espaço de trabalho, então ninguém pode pedir músicas aqui.
doctor-slack-elsewhere-mend = Acrescente { $server } a BUSKER_SERVERS, ou deixe-o vazio.
doctor-slack-channel = Slack: o canal do operador é #{ $channel }, e é possível escrever nele.
doctor-slack-channel-direct = Slack: o canal do operador é uma mensagem direta.
doctor-slack-channel-hidden = Slack: o canal do operador { $channel } não existe, ou o bot não o vê.
doctor-slack-channel-find = Corrija BUSKER_OPERATOR_CHANNEL: os detalhes do canal terminam com o id. Para um canal privado é preciso convidar o bot.
doctor-slack-channel-archived = Slack: o canal do operador #{ $channel } está arquivado.
doctor-slack-channel-pick = Nomeie outro canal em BUSKER_OPERATOR_CHANNEL.
doctor-slack-channel-closed = Slack: o bot não está no canal do operador #{ $channel }, e o token não permite que ele escreva lá mesmo assim.
doctor-slack-channel-invite = Convide-o para lá: /invite @{ $bot }
permission-view-channel = Ver canais
permission-send-messages = Enviar mensagens
permission-send-messages-in-threads = Enviar mensagens em tópicos
permission-embed-links = Inserir links
permission-attach-files = Anexar arquivos
permission-read-message-history = Ver histórico de mensagens
doctor-spend-later = Música: nenhuma foi comprada, porque há algo errado.
doctor-spend-made = Música: “{ $title }” foi feita e baixada; { $takes ->
    [one] { $takes } versão está
   *[other] { $takes } versões estão
} em { $folder }.
doctor-spend-unkept = Música: foi feita, mas não é possível guardá-la em { $folder }: { $why }.
doctor-spend-unspent = Nada foi pedido, e nada foi gasto.
doctor-spend-free = Isto não custou nada.
doctor-spend-maybe = Não se sabe se isto custou algo: veja o painel do serviço.
doctor-spend-charged = O serviço cobrou por ela.
