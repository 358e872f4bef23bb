# Every sentence Busker says, in Japanese. A key's first word tells where it is used.

## The status card: what is being made

heading-song = 曲：{ $prompt }
heading-music = 音楽：{ $prompt }
heading-jingle = ジングル：{ $prompt }
heading-extend = 「{ $title }」のロングバージョン
extend-family = つながり：{ $family }
extend-whole = 長さから見ると、これが曲全体です。
extend-part = 長さから見ると、これは追加された部分だけです。
heading-declined = 作れない曲
heading-audio = あなたの音声から作る曲
jingle-length = { $seconds }秒にカット（元のテイクもそのまま保存されます）
heading-unknown = 無題の曲
asked-by = リクエスト：{ $who } さん
player-soundverse = 演奏：Soundverse
player-houseband = 演奏：ハウスバンド
artist-soundverse = Soundverse
artist-houseband = ハウスバンド
player-not-sung = 演奏：ハウスバンド（歌詞は歌わずに、楽器で演奏します）

## The status card: how far it is

stage-reserved = 順番待ちの列に入っています
stage-queued = { $ahead ->
    [0] 次の順番です
   *[other] 順番待ち（前に{ $ahead }曲）
}
stage-held = 待機中：サービスが今は曲を受け付けていません。この曲の順番はそのままです
stage-held-told = 待機中：サービスが今は曲を受け付けていません。運営者には連絡済みで、この曲の順番はそのままです
stage-restarting = Busker を再起動しています。この曲はその後に続きます
stage-sent = 曲を依頼しています
stage-accepted = 受け付けられました
stage-composing = 作曲中
stage-posting = テイクを取り寄せています
stage-slow = いつもより時間がかかっています
usual-seconds = ふだんは{ $seconds }秒ほど
usual-minutes = ふだんは{ $minutes }分ほど
stage-quiet = まだ作業中です
stage-done = 2つのテイクができました
stage-partial = テイクが1つできました。もう1つは失敗しました
stage-cancelled = キャンセルしました。カウントされません
stage-cancelled-counts = キャンセルしました。サービスは途中で止められないため、この曲はカウントされます
take-follows = テイク{ $letter }はこのあと届きます
take-linked = テイク{ $letter }は大きすぎて、ここには投稿できません。こちらにあります：{ $url }
take-ready = テイク{ $letter }ができました
take-facts = テイク{ $letter }：{ $length }
take-facts-bpm = テイク{ $letter }：{ $length }、{ $bpm } bpm

## How it can end without a song. None of these counts.

declined-here = この内容では、サービスは曲を作りません。
why-hint = 使えない言葉があり、アーティスト名も使えません。別の言い方にするか、どんな音にしたいかを書いてみてください。
doesnt-count = この曲はカウントされません。
failure-refused = サービスがこのリクエストを断りました。
failure-bad-call = サービスがこのリクエストを理解できませんでした。
failure-declined = サービスがこの言葉を受け付けませんでした。別の言葉で試してください。
failure-file-refused = サービスがこの音声を使えませんでした。
failure-file-refused-houseband = ハウスバンドは音声を聴けません。言葉から曲を作り、延長できるのは自分たちのテイクだけです。
failure-file-not-https = 音声のアドレスは https:// で始まる必要があります。
failure-file-not-public = 音声のアドレスがプライベートネットワークを指しているため、サービスが取得できません。
failure-file-unreachable = 音声のアドレスからファイルを取得できません。
failure-file-too-large = 音声が 10 MB を超えています。
failure-file-not-audio = 音声のアドレスにあるのは、音声ファイルではありません。
failure-input-gone = 添付された音声を、もう取得できません。もう一度添付してからリクエストしてください。
failure-key-rejected = サービスがこのボットのキーを受け付けません。運営者が直す必要があります。
failure-out-of-credit = サービスで使えるこのボットの残高がなくなりました。
failure-busy = サービスが混み合っています。数分後にもう一度試してください。
failure-unavailable = サービスに問題が起きています。しばらくしてからもう一度試してください。
failure-connection-lost = サービスとの接続が切れました。
failure-overdue = サービスの処理に時間がかかりすぎました。あとから曲が届いたら、あなたのために保存しておきます：/library
failure-take-failed = サービスは曲を受け付けましたが、作るのに失敗しました。
failure-misshapen = サービスから、読み取れない応答が届きました。
failure-soundverse-error = サービスでエラーが起きました。
failure-source-lost = 元になるテイクを、もう取得できません。
failure-file-lost = 曲はできましたが、ファイルを取得できませんでした。
failure-interrupted = Busker がちょうど再起動したため、この曲は中断されました。
failure-restored = Busker がデータのコピーに戻ったため、そのコピーで途中だったこの曲は終了しました。
failure-unshowable = この曲はここに表示できなかったため、依頼しませんでした。
failure-unstarted = この曲は2時間待ちましたが、順番が来ませんでした。
failure-no-files = 曲はできましたが、ファイルを取得できませんでした。あとで取得できたら、あなたのために保存しておきます。
failure-undelivered = ここには投稿できませんでした。あなたのために保存してあります：/library
failure-sent-direct = ここには投稿できなかったため、あなただけに送りました。
failure-too-large = 大きすぎて、ここには投稿できません。あなたのために保存してあります：/library
failure-linked = 大きすぎて、ここには投稿できません。代わりにリンクがあります。
failure-uncut = 指定の長さにカットできませんでした。これは元のテイク全体です。
failure-defect = こちら側で問題が起きました。

## What is left

left-none = { $window }の残りはありません
left-some = { $window }はあと{ $left }曲（上限{ $most }曲）
left-any = ここでは上限なし（{ $window }は{ $used }曲）
window-hour = この1時間
window-day = 今日
window-week = 今週
window-month = 今月
quota-title = あなたの曲
quota-used = { $window }のリクエスト：{ $used }曲
quota-title-other = { $who } さんの曲
rule-of-person = 個人のルール：{ $rule }
rule-of-role = ロールのルール：{ $rule }
rule-of-everyone = ここの全員のルール：{ $rule }
rule-of-default = 標準のルール：{ $rule }
songs-a-window = { $most ->
    [0] 0曲
   *[other] { $unit }に{ $most }曲
}
quota-granted = ほかに追加分が{ $songs }曲あります
quota-granted-until = ほかに追加分が{ $songs }曲あります（{ $when }に終了）
quota-blocked = ブロック中：曲をリクエストできません
quota-blocked-until = ブロック中（{ $when }に解除）：曲をリクエストできません
quota-budget = この Busker 全体の上限：{ $window }は{ $most }曲中{ $used }曲、{ $when }にリセット
quota-server = ここの全員の合計：{ $window }は{ $most }曲中{ $used }曲、{ $when }にリセット
quota-no-rule = ここではあなたに上限はありません
quota-resets = { $when }にリセット
unit-hour = 1時間
unit-day = 1日
unit-week = 1週間
unit-month = 1か月
time-hours = { $hours }時間{ $minutes }分
time-minutes = { $minutes }分
time-days = { $days }日
time-in-hours = { $hours }時間{ $minutes }分後
time-in-minutes = { $minutes }分後
time-in-days = { $days }日後

## Answers

late-takes = 「{ $title }」があとから届きました。あなたのために保存してあります：/library カウントはされません。
cancel-done-title = キャンセルしました
cancel-done = 「{ $title }」はカウントされません。
cancel-counts = サービスは途中で止められないため、「{ $title }」はカウントされます。
button-cancel = キャンセル
button-why = 理由を見る
button-go = 作成する
button-send-directly = 自分に直接送る
button-edit = 編集

private-title = あなただけに
private-comes = ダイレクトメッセージで届き、あなただけに見えます。

review-title = この内容で作りますか？
review-prompt = 内容：{ $prompt }
review-lyrics = 歌詞：
review-no-lyrics = 歌詞はサービスが書きます。
review-reference-url = スタイルの手本：{ $url }
review-backing-url = 伴奏：{ $url }
review-vocals-url = ボーカル：{ $url }
review-melody-url = メロディー：{ $url }
review-private = あなただけに見えます。
review-dropped = 何もリクエストしませんでした。
review-sent-title = リクエストしました
review-sent = カードがまもなく届きます。

help-title = リクエストできること
help-make = 音楽
help-more = あなたの曲など
help-admins = 管理者向け
help-menus = メッセージのメニュー
help-line = { $example } · { $what }
help-options = { "    " }オプション：{ $options }
help-operator = 運営者はさらに次のオプションも使えます：{ $options }
example-song = /song アナの誕生日の歌
example-music = /music ローファイな雨音
example-jingle = /jingle 月曜ミーティングのテーマ
example-library = /library 雨
example-prompt = アナの誕生日の歌
example-lyrics = lyrics: …
example-extend = /extend at: 1:30

track-choice = { $title }、テイク{ $letter }、{ $age }
track-this = { $title }、テイク{ $letter }
ago-minutes = { $minutes ->
    [0] たった今
   *[other] { $minutes }分前
}
ago-hours = { $hours }時間前
ago-days = { $days }日前
## The library, and what is done with finished songs

button-extend = { $letter } を延長
button-again = もう一度
button-remix = リミックス
button-favourite = ♥ { $letter }
button-unlike = { $letter } の♥を外す
button-lyrics = 歌詞
button-delete = 削除
button-keep = 残す
button-open = 開く
button-show = もう一度表示
button-previous = 前へ
button-next = 次へ
button-back = 戻る
library-title = あなたの曲
library-favourites = あなたのお気に入り
library-song = { $number }. { $song }
library-liked = ♥ { $letters }
library-late = あとから届いて保存
library-gone = ファイルなし
library-private = 非公開
library-search = タイトルか歌詞に「{ $search }」を含む曲
library-empty = 完成した曲がまだありません。/song でリクエストしてみてください。
library-no-favourites = お気に入りがまだありません。曲の下の♥を押すと、いちばん長く保存されます。
library-not-found = タイトル、内容、歌詞のどれかに「{ $search }」を含む曲は、ここにはありません。
favourite-now = 「{ $title }」のテイク{ $letter }をお気に入りに入れました：/library favourites
favourite-no-more = 「{ $title }」のテイク{ $letter }をお気に入りから外しました。
lyrics-title = 「{ $title }」の歌詞
lyrics-take = テイク{ $letter }
lyrics-none = インスト曲なので、歌詞はありません。
lyrics-unknown = 歌詞がわからないか、もう保存されていません。
lyrics-long = 歌詞が長いため、ファイルに入れました。
panel-in-file = 長すぎてここには表示しきれません。全文はファイルにあります。
remix-forgotten = この曲のリクエスト内容はもう残っていません。書き直してください
show-done = ここにもう一度投稿しました。
show-done-alone = 非公開の曲なので、あなただけに送りました。
delete-title = 「{ $title }」を削除しますか？
delete-what = メッセージ、ファイル、歌詞が消え、元には戻せません。カウントされた回数はそのままです。
delete-done-title = 「{ $title }」を削除しました
delete-done = メッセージ、ファイル、歌詞を消しました。カウントされた回数はそのままです。
delete-messages-stay = ファイルと歌詞を消しました。消せなかったメッセージがあるので、お手数ですが手動で削除してください。

## For admins: what they set, and what holds now

admin-done = 完了しました
admin-more = …ほか{ $more }件
until-ever = 無期限
until-moment = { $moment } まで
rule-set-person = { $who } さんは、ここで{ $songs }までリクエストできます。
rule-set-role = ロール { $who } の人は、ここで1人あたり{ $songs }までリクエストできます。
rule-set-everyone = ここでは、1人あたり{ $songs }までリクエストできます。
rule-set-server = ここの全員の合計で、{ $songs }までリクエストできます。
rule-cleared-person = { $who } さんの個人のルールと追加分をなくしました。
rule-cleared-role = ロール { $who } のルールをなくしました。
rule-cleared-everyone = 1人あたりのルールをなくしました。
rule-cleared-server = ここの全員の合計のルールをなくしました。
rule-cleared-else = 今後はそれぞれに、本人のルール、別のロールのルール、ここの全員のルール、標準のルールのどれかが使われます。
admin-granted = { $who } さんは、ルールの期間ごとに{ $songs }曲多くリクエストできます（{ $until }）。
admin-reset = { $who } さんのルールをリセットしました。これまでのリクエストは数えません。
admin-blocked = { $who } さんをここでブロックしました（{ $until }）。進行中の曲はそのまま続きます。
admin-unblocked = { $who } さんは、またここで曲をリクエストできます。
admin-not-blocked = { $who } さんは、ここではブロックされていません。
admin-zone = 1日の始まりを { $zone } の午前0時にしました。現地は今 { $time } です。
admin-paused = 一時停止しました。管理者が再開するまで、このサーバーでは誰も曲をリクエストできません。進行中の曲はそのまま続きます。
admin-paused-all = 一時停止しました。あなたが再開するまで、どこでも誰も曲をリクエストできません。進行中の曲はそのまま続きます。
admin-resumed = このサーバーで、また曲をリクエストできます。
admin-resumed-all = また曲をリクエストできます。ただし、サーバーの管理者が一時停止しているところは除きます。
admin-still-paused = このサーバーの一時停止は解除しましたが、運営者が全体を一時停止しています。
show-title = このサーバーのルール
rule-default-each = 1人あたり（標準）：{ $songs }
rule-default-each-none = 1人あたり（標準）：何曲でも
rule-default-together = 全員の合計（標準）：{ $songs }
rule-default-together-none = 全員の合計（標準）：何曲でも
rule-shown-person = { $who } さん：{ $songs }
rule-shown-role = ロール { $who } の人、1人あたり：{ $songs }
rule-shown-everyone = 1人あたり：{ $songs }
rule-shown-server = 全員の合計：{ $songs }
show-grant = { $who } さん：追加で{ $songs }曲（{ $until }）
show-block = { $who } さんはブロック中（{ $until }）
show-paused = 一時停止中：ここでは誰も曲をリクエストできません
show-zone = 1日の始まりは { $zone } の午前0時
channels-title = このサーバーのチャンネル
channel-allowed = { $channel } を許可しました。
channel-denied = { $channel } を禁止しました。そこでは曲をリクエストできません。
channel-cleared = { $channel } の許可や禁止の設定をなくしました。
channels-only-those = 許可されたチャンネルでだけ、曲をリクエストできます。
channels-others = そのほかのチャンネルでは、どこでも曲をリクエストできます。
words-title = ここで使えない言葉
words-none = ありません。
word-added = 「{ $word }」をここで使えなくしました。
word-there = 「{ $word }」は、すでにここで使えない言葉です。
word-removed = 「{ $word }」をまたここで使えるようにしました。
usage-title = このサーバーの曲
usage-title-all = すべてのサーバーの曲
usage-day = 今日：リクエスト{ $asked }曲、カウント{ $counted }曲、完成{ $made }曲、利用者{ $people }人
usage-month = 今月：リクエスト{ $asked }曲、カウント{ $counted }曲、完成{ $made }曲、利用者{ $people }人
usage-forgotten = データを削除した人
usage-person = { $place }. { $who }：{ $songs }
usage-billed = 課金された、またはその可能性がある曲：今日{ $today }曲、今月{ $month }曲
usage-costs = 1曲 { $price } として、今日はおよそ { $today }、今月はおよそ { $month } です
jobs-title = 進行中の曲
jobs-none = ありません。
job-waiting = { $id }：{ $time }前から順番待ち、{ $who } さん
job-working = { $id }：{ $time }前から作成中、{ $who } さん
job-choice-waiting = { $id }：{ $time }前から順番待ち
job-choice-working = { $id }：{ $time }前から作成中
job-cancelled = { $who } さんの { $id } をキャンセルしました。カウントされません。
job-cancelled-counts = { $who } さんの { $id } をキャンセルしました。サービスは途中で止められないため、カウントされます。
job-posting = { $id }：投稿中、{ $who } さん
audit-title = 変更の記録
audit-none = まだありません。
audit-line = { $moment } { $who }：{ $what }
audit-line-where = { $line }（{ $where }）
audit-everywhere = 全体
audit-rule-person = { $subject }：{ $songs }まで
audit-rule-role = ロール { $subject }：1人あたり{ $songs }まで
audit-rule-everyone = 1人あたり{ $songs }まで
audit-rule-server = 全員の合計で{ $songs }まで
audit-clear-rule-person = { $subject } の個人のルールを削除
audit-clear-rule-role = ロール { $subject } のルールを削除
audit-clear-rule-everyone = 1人あたりのルールを削除
audit-clear-rule-server = 全員の合計のルールを削除
audit-grant = { $subject } に{ $songs }曲を追加（無期限）
audit-grant-until = { $subject } に{ $songs }曲を追加（{ $until }）
audit-clear-grants = { $subject } の追加分を削除
audit-reset = { $subject } のルールをリセット
audit-block = { $subject } をブロック（無期限）
audit-block-until = { $subject } をブロック（{ $until }）
audit-unblock = { $subject } のブロックを解除
audit-pause = 一時停止
audit-resume = 再開
audit-channel-allowed = { $subject } を許可
audit-channel-denied = { $subject } を禁止
audit-clear-channel = { $subject } の許可や禁止の設定を削除
audit-word = 「{ $subject }」を使えなくした
audit-clear-word = 「{ $subject }」をまた使えるようにした
audit-zone = 1日の始まりを { $subject } の午前0時に
audit-sound = { $subject } のサウンドを変更
audit-clear-sound = { $subject } のサウンドを削除
audit-cancel = 曲 { $subject } をキャンセル
audit-delete = 曲 { $subject } を削除
button-older = もっと前
sound-title = このチャンネルのサウンド
sound-none = 設定はありません。ジングルはリクエストどおりの音になります。
sound-style = スタイル：{ $style }
sound-tags = タグ：{ $tags }
sound-banned = ここで使えない言葉：{ $banned }
hint-user = 誰のことか書いてください（user: …）
hint-rule = 数字と、hour、day、week、month のどれかを書いてください（例：5/day）
hint-songs = 何曲か書いてください（songs: 3）
hint-word = どの言葉か書いてください（word: …）
hint-server = そのプラットフォームのどのサーバーか書いてください（server: …）

## What is kept about people

notice-soundverse = ここでの最初の曲なので、一度だけお知らせします。曲のために書いた内容（と音声のアドレス）は、音楽を作る Soundverse に送られます。あなたが誰かは伝わりません。
notice-houseband = ここでの最初の曲なので、一度だけお知らせします。曲のために書いた内容は、Busker が動いているマシンの外には出ません。音楽もそこでハウスバンドが作ります。
notice-kept = Busker はその内容を曲と一緒に{ $days }日間、誰がリクエストしたかを13か月間保存します。
notice-yours = /library で、あなたについて保存されているものをすべて受け取ったり、削除したりできます。
button-export = 自分のデータを書き出す
button-forget = 自分のデータを削除
button-forget-yes = すべて削除する
export-title = あなたのデータ
export-made = あなたについて保存されているもののすべて（{ $songs }曲を含む）をファイルに入れました。
export-left-out = { $takes }個のテイクは入りきりませんでした。/library の「もう一度表示」で受け取れます。
export-readme = これが、あなたについて Busker が保存しているもののすべてです。data.json にはテキストで入っています（時刻は UTC）。songs フォルダーにはあなたのテイクがあります。入りきらなかったテイクは left_out に書いてあり、/library の「もう一度表示」で受け取れます。
forget-title = あなたについて保存されているものを、すべて削除しますか？
forget-goes = あなたが書いた内容、曲のタイトルと歌詞とファイル、お気に入り、「作成する」を待っている下書きが完全に削除されます。進行中の曲は先にキャンセルされます。
forget-messages = 投稿されたメッセージは残ります。消したい場合は、その前に /library で曲を1つずつ削除してください。管理者があなたについて決めたこと（上限、追加分、ブロック）も残ります。
forget-counts = リクエストした曲数は、名前を外してあと{ $days }日間数えられ、そのあと消えます。
forget-elsewhere = Soundverse に送られたものを削除できるのは、Soundverse だけです。
forgotten-title = 削除しました
forgotten = { $songs ->
    [0] あなたの曲はありませんでした。
   *[other] あなたの曲は{ $songs }曲ありました。もう何も保存されていません。
}

## Refusals: nothing was spent

refused-title = できませんでした
refusal = それはできません。
refusal-unknown-command = /{ $name } というコマンドはありません。使えるのは { $known } です。
refusal-over-quota-person = { $most ->
    [0] あなたに適用されるルールにより、ここでは曲をリクエストできません。
   *[other] あなたの上限（{ $unit }に{ $most }曲）に達しました。{ $when }にリセットされます。
}
refusal-over-quota-server = { $most ->
    [0] このサーバーのルールにより、ここでは曲をリクエストできません。
   *[other] サーバーの上限（{ $unit }に{ $most }曲）に達しました。{ $when }にリセットされます。
}
refusal-over-quota-server-own = { $most ->
    [0] このサーバーのルールにより、ここでは曲をリクエストできません。
   *[other] サーバーの上限（{ $unit }に{ $most }曲）に達しました（あなたの残りは{ $own }曲中{ $left }曲です）。{ $when }にリセットされます。
}
refusal-over-quota-budget = Busker が今作れる曲数の上限に達しました。{ $when }にリセットされます。
refusal-over-quota-tries = { $window }、{ $most }回失敗しました。ひと休みしてください。{ $when }にまたリクエストできます。
refusal-over-quota-declines = { $window }、サービスが{ $most }曲分の言葉を受け付けませんでした。ひと休みしてください。{ $when }にまたリクエストできます。
refusal-too-many-running = { $most ->
    [1] あなたの曲が1曲、進行中です。できあがるまでお待ちください。
   *[other] あなたの曲が{ $most }曲、進行中です。どれかができあがるまでお待ちください。
}
refusal-blocked = ここでは曲をリクエストできません。管理者にブロックされています。
refusal-blocked-until = ここでは曲をリクエストできません。管理者にブロックされています（{ $when }に解除されます）。
refusal-paused = Busker は一時停止中です。管理者が再開するまで、曲をリクエストできません。
refusal-no-room = Busker に曲を保存する空きがないため、依頼しませんでした。運営者が空きを作る必要があります。
refusal-restarting = Busker を再起動しているため、何も依頼されず、何も変わっていません。1 分ほどしてからもう一度お試しください。
refusal-not-allowed-here = ここには曲を投稿できません。Busker には、ここでの書き込みやアップロードが許可されていません。
refusal-not-allowed-here-missing = ここには曲を投稿できません。Busker に足りない権限：{ $missing }。この場所の管理者が許可できます。
refusal-no-direct-messages = Busker からあなたにダイレクトメッセージを送れません。このサーバーからのダイレクトメッセージを許可するか、private なしでリクエストしてください。
refusal-server-closed = このサーバーでは Busker を使えません。どのサーバーで使えるかは、運営者が決めます。
refusal-direct-closed = Busker は、追加されているサーバーでのみ曲を作ります。そのいずれかでリクエストしてください。
refusal-guests-closed = ここでは、Busker はこのワークスペースのメンバーのためにだけ曲を作ります。ゲストや他の組織の方は利用できません。
refusal-channel-closed = このサーバーでは、曲のリクエストは別のチャンネルでと管理者が決めています。
refusal-word-banned = 「{ $word }」はここでは使えません。別の言葉で試してください。
refusal-not-permitted-moderate = これができるのは、このサーバーのモデレーターだけです。
refusal-not-permitted-set-channels = これができるのは、このチャンネルを管理している人だけです。
refusal-not-permitted-administer = これができるのは、このサーバーの管理者だけです。
refusal-not-permitted-operate = これができるのは、Busker の運営者だけです。
refusal-not-posted = ここには投稿できませんでした。保存してあるので、もう一度試すか、別の場所で試してください。
refusal-on-its-way = その曲はまだ進行中です。先にキャンセルするか、できあがるまでお待ちください。
refusal-not-yours = それはほかの人のものです。
defect = こちら側で問題が起きました。何も消費していません。もう一度試してください。
option-missing = { $option } がありません。{ $hint }
option-too-long = { $option } が長すぎます。{ $length }文字ありますが、{ $most }文字までです。
option-too-large = { $option } に添付されたファイルが 10 MB を超えています。
option-twice = { $option } が添付とアドレスの両方で指定されています。どちらか一つにしてください。
option-unknown = /{ $command } に「{ $option }」というオプションはありません。使えるのは { $known } です。
option-nameless = /{ $command } では「{ $given }」が何を指すのかわかりません。前にオプション名とコロンを書いてください。使えるのは { $known } です。
option-unwanted = /{ $command } のあとには何も書けません。
option-elsewhere = そのテイクは別のハウスバンドのところにあり、ここからは使えません。
option-not-url = { $option } は https:// で始まるアドレスにしてください。
option-not-switch = { $option } は on か off です。「{ $given }」はどちらでもありません。
option-not-person = { $option } には人を指定します。「{ $given }」は誰のことかわかりません。@ を入力し、候補から選んでください。
option-not-channel = { $option } にはチャンネルを指定します。「{ $given }」というチャンネルはわかりません。# を入力し、候補から選んでください。
option-no-roles = Slack にはロールがありません。個人か、全員まとめてに対して設定してください。
option-not-seconds = 「{ $given }」は長さとして読めません。15 のように秒数で書いてください。
option-off-sound = 「{ $word }」は、このチャンネルのジングルでは使えません。別の内容でリクエストしてください。
option-not-time = 「{ $given }」は時間として読めません。45 や 1:30 のように、秒数か m:ss で書いてください。
option-no-platform = 「{ $given }」というプラットフォームはありません。あるのは { $known } です。
option-not-rule = 「{ $given }」はルールとして読めません。数字と、hour、day、week、month のどれかを書いてください（例：5/day）
option-not-until = 「{ $given }」は期限として読めません。12h、7d、2w のような長さか、2026-12-31 のような日付を書いてください。
option-past = 「{ $given }」はもう過ぎています。
option-one-of = { $option } と { $others } は同時に指定できません。
option-no-word = 「{ $given }」には文字も数字もありません。
option-too-many = 言葉がすでに{ $most }個あります。先にいくつか外してください。
option-not-zone = 「{ $given }」というタイムゾーンはありません。Europe/Berlin のように書いてください。
option-out-of-range = { $option } は{ $least }から{ $most }の間にしてください。
option-too-short = そのテイクは8秒より短いため、延長できません。
option-invalid = { $option } はこのままでは使えません。
nothing-track = { $name ->
    [none] 完成した曲がまだありません。まず1曲リクエストしてください
   *[other] あなたの曲に、「{ $name }」という完成した曲はありません
}。
nothing-draft = その下書きはもうありません。もう一度リクエストしてください。
nothing-song = その曲はここでは見つかりません。
nothing-take = そのテイクはもう保存されていません。
nothing-take-yet = その曲にはまだテイクがありません。完成するまでお待ちください。
nothing-audio = そのメッセージには、Busker の曲も mp3 や wav のファイルもありません。
nothing-slack-audio = Slack のファイルは使えません。開けるのは Slack だけです。https のアドレスで開ける場所に音声を置き、そのアドレスを投稿してください。
nothing-source = その曲の元になったテイクは、もう保存されていません。
nothing-files = その曲のファイルは、もう保存されていません。
nothing-deleted = その曲は削除されました。
nothing-button = そのボタンはもう使えません。
nothing-running = キャンセルできるあなたの曲はありません。
nothing-job-here = このサーバーに、{ $name } という進行中の曲はありません。
nothing-word = 「{ $name }」は、ここで使えない言葉に入っていません。
nothing-job = あなたの曲に、「{ $name }」という進行中の曲はありません。

## The catalogue: what can be asked

command-song = ボーカル入りの曲
command-song-prompt = 何についての曲か、どんな音にしたいか
command-song-lyrics = 自分で書いた歌詞
command-song-reference = スタイルの手本にする音声（mp3 か wav、10 MB まで）
command-song-reference-url = スタイルの手本にする音声の https アドレス
command-song-backing = 伴奏にするインスト曲（mp3 か wav、10 MB まで）
command-song-backing-url = 伴奏にするインスト曲の https アドレス
command-song-vocals = 土台にするボーカル（mp3 か wav、10 MB まで）
command-song-vocals-url = 土台にするボーカルの https アドレス
command-song-melody = なぞるメロディー（mp3 か wav、10 MB まで）
command-song-melody-url = なぞるメロディーの https アドレス
command-song-private = on：ダイレクトメッセージで届きます
command-song-review = on：依頼する前に内容を確認できます
command-song-draft = 対象の下書き
command-music = インスト曲
command-music-prompt = どんな音にしたいか
command-music-style = スタイル（例：ジャズ）
command-music-private = on：ダイレクトメッセージで届きます
command-jingle = このチャンネルのサウンドの短いインスト曲
command-jingle-prompt = 何に使うか、どんな音にしたいか
command-jingle-length = 長さ：5～60秒（指定しなければ15秒）
command-jingle-private = on：ダイレクトメッセージで届きます
command-extend = あなたのテイクのロングバージョン
command-extend-track = どのテイクか（指定しなければ最新のもの）
command-extend-at = どこからか：秒数か m:ss（指定しなければ終わりから）
command-extend-lyrics = 新しい部分の歌詞
command-extend-prompt = どう続けるか
command-library = あなたの完成した曲
command-library-search = タイトル、内容、スタイル、歌詞のどれかに含まれる文字
command-library-favourites = ♥を付けた曲だけ（ほかの人の曲も含む）
command-quota = 残りの曲数
command-busker-help = リクエストできること
command-quota-user = 誰の残りか（モデレーター向け）
command-jingle-sound-set = このチャンネルのジングルの音を決める
command-jingle-sound-set-style = スタイル（例：スカ）
command-jingle-sound-set-tags = くわしい特徴をコンマ区切りで：ブラス, 陽気
command-jingle-sound-set-banned = このチャンネルで使えない言葉（コンマ区切り）
command-jingle-sound-show = このチャンネルのジングルの音を表示する
command-jingle-sound-clear = ジングルをリクエストどおりの音に戻す
command-busker-admin-quota-set = 何曲までリクエストできるかを決める
command-busker-admin-quota-set-rule = 何曲まで：5/day のように（hour、week、month も可）
command-busker-admin-quota-clear = ルールをなくす（人を指定すると追加分もなくす）
command-busker-admin-quota-grant = 1人に曲数を追加する
command-busker-admin-quota-grant-songs = 何曲追加するか
command-busker-admin-quota-reset = 1人のルールをリセットする
command-busker-admin-quota-show = このサーバーのルール、または1人の残りを表示する
command-busker-admin-quota-role = どのロールか
command-busker-admin-quota-together = on：ここの全員の合計
command-busker-admin-block = 1人がリクエストできないようにする
command-busker-admin-unblock = ブロックを解除する
command-busker-admin-user = 誰か
command-busker-admin-until = いつまで：12h、7d、2w、または日付（指定しなければ無期限）
command-busker-admin-channels-allow = チャンネルを許可する（許可のないチャンネルは使えなくなります）
command-busker-admin-channels-deny = チャンネルを禁止する
command-busker-admin-channels-clear = チャンネルの許可や禁止の設定をなくす
command-busker-admin-channels-list = どこで曲をリクエストできるかを表示する
command-busker-admin-channels-channel = どのチャンネルか（指定しなければここ）
command-busker-admin-words-add = 言葉を使えなくする
command-busker-admin-words-remove = 言葉をまた使えるようにする
command-busker-admin-words-list = 使えない言葉を表示する
command-busker-admin-words-word = 1つの言葉、または続けて並ぶいくつかの言葉
command-busker-admin-timezone = どこの午前0時に1日が始まるかを決める、または確認する
command-busker-admin-timezone-zone = 例：Europe/Berlin
command-busker-admin-usage = 誰がどれだけリクエストしたかを表示する
command-busker-admin-usage-csv = on：今月の表も付ける
command-busker-admin-jobs = 進行中の曲を表示する、またはキャンセルする
command-busker-admin-jobs-cancel = キャンセルする曲
command-busker-admin-pause = 誰も曲をリクエストできないようにする
command-busker-admin-resume = 一時停止を終える
command-busker-admin-audit = 変更の記録を表示する
command-busker-admin-audit-before = どの変更より前か
command-busker-admin-server = 運営者向け：別のサーバー
command-busker-admin-platform = 運営者向け：別のプラットフォーム
command-busker-admin-everywhere = 運営者向け：すべてのサーバーで
command-cancel = 曲を待つのをやめる
command-cancel-job = どの曲か（指定しなければ最新のもの）
menu-extend = このトラックを延長
menu-song = このメッセージから曲を作る
command-menu-extend = メッセージにある曲や音声のロングバージョン
command-menu-song = メッセージの文章と音声を、曲のフォームに入れます

## コマンドとオプションの名前

name-song = 曲
name-music = 音楽
name-jingle = ジングル
name-extend = 延長
name-library = ライブラリ
name-quota = 残り
name-busker-admin-quota = 上限
name-cancel = キャンセル
name-busker-help = busker-ヘルプ
name-busker-admin = busker-admin
name-jingle-sound = jingle-sound
name-set = 設定
name-show = 表示
name-clear = 解除
name-grant = 追加
name-reset = リセット
name-block = ブロック
name-unblock = ブロック解除
name-channels = チャンネル
name-allow = 許可
name-deny = 禁止
name-list = 一覧
name-words = 言葉
name-add = 追加
name-remove = 削除
name-timezone = タイムゾーン
name-usage = 利用状況
name-jobs = 進行中
name-pause = 一時停止
name-resume = 再開
name-audit = 変更履歴
name-prompt = 内容
name-lyrics = 歌詞
name-reference = 手本
name-reference-url = 手本-url
name-backing = 伴奏
name-backing-url = 伴奏-url
name-vocals = ボーカル
name-vocals-url = ボーカル-url
name-melody = メロディー
name-melody-url = メロディー-url
name-private = 非公開
name-review = 確認
name-style = スタイル
name-length = 長さ
name-track = テイク
name-at = 開始位置
name-search = 検索
name-favourites = お気に入り
name-user = ユーザー
name-job = 曲
name-tags = 特徴
name-banned = 禁止の言葉
name-rule = ルール
name-role = ロール
name-together = 全員
name-songs = 曲数
name-until = 期限
name-channel = チャンネル
name-word = 言葉
name-zone = ゾーン
name-csv = csv
name-server = サーバー
name-platform = プラットフォーム
name-everywhere = 全サーバー

## Forms: labels of at most 45 characters

form-song = 曲
form-music = インスト曲
form-jingle = ジングル
form-extend = ロングバージョン
form-extend-this = ロングバージョン
form-again = もう一度
form-edit = 編集
form-remix = リミックス
extend-lyrics-hint = この曲の歌詞がわからないため、新しい部分の歌詞を書いてください
extend-audio-at-hint = 始まりからの秒数か m:ss（例：1:30）
extend-audio-lyrics-hint = 新しい部分の歌詞。歌わないなら [Instrumental]
field-prompt = どんな曲にしたいか
field-prompt-hint = アナの誕生日の歌。あたたかく、ゆったりと
field-prompt-hint-music = ローファイな雨音。ゆったりと、やわらかく
field-prompt-hint-jingle = 月曜ミーティングのテーマ。明るく、短く
field-prompt-hint-extend = どう続けるか
field-lyrics = 歌詞
field-lyrics-hint = 空のままにすると、サービスが書きます
field-lyrics-hint-extend = 新しい部分の歌詞
field-style = スタイル
field-style-hint = 例：ジャズ、ローファイ
field-length = 長さ（秒）
field-length-hint = 5～60
field-reference-url = スタイルの手本にする音声
field-reference-url-hint = https:// で始まるアドレス
field-track = どのテイクか
field-track-hint = 続きを作る元のテイク
field-at = どこからか
field-at-hint = 秒数か m:ss（空なら終わりから）
field-audio-url = 続きを作る音声
field-audio-url-hint = https:// で始まるアドレスです

## The terminal

console-title = Busker
console-welcome = 曲をリクエストしてみてください：/song アナの誕生日の歌
console-hints = /help でできることの一覧、/quit で終了
console-as = 今のあなたは { $name } です
console-goes-on = 途中だった曲を続けています
console-unfinished = 途中の曲は、次に Busker を起動したときに続きます
console-files = ファイルは { $folder } にあります
console-kept = { $file } に保存しました
console-not-kept = { $folder } に保存できませんでした：{ $why }
console-more = ♪ ほか{ $count }曲
console-private = あなただけに見えています
console-private-other = { $name } さんだけに見えています
console-elsewhere = { $channel } で
console-operator = 運営者のチャンネルで
console-no-number = { $number }番のボタンはありません。
console-form-typed = Enter で次の項目へ。何行か書ける項目では Esc のあと Enter。Ctrl-C でフォームを閉じます
console-form-scripted = 1項目につき1行。空の行なら、今の内容がそのまま残ります
console-form-several-lines = Enter で改行、Esc のあと Enter で次へ
console-form-left = フォームを閉じました。何もリクエストしていません。
console-form-again = もう一度入力する
console-form-missing = この項目は必要です。
console-form-choose = 1から{ $most }までの数字を書いてください。
console-form-too-long = 長すぎます。{ $length }文字ありますが、{ $most }文字までです。

## The operator's channel. Each is told once, and again when the trouble had ended and comes anew.

alarm-title = Busker からのお願い
alarm-noticed = { $time } に検知
alarm-budget = 全体の上限（{ $unit }に{ $most }曲）の{ $percent } %を使いました：{ $used }曲。{ $when }にリセットされます。
alarm-budget-used-up = 全体の上限（{ $unit }に{ $most }曲）を使い切ったため、曲をリクエストできません。{ $when }にリセットされます。
alarm-budget-cost = 1曲 { $price } として、およそ { $cost } です。
alarm-key-rejected = サービスがキーを受け付けないため、すべての曲が待機しています。正しいキーを SOUNDVERSE_API_KEY（ハウスバンドの場合は HOUSEBAND_KEY）に入れて、Busker を起動し直してください。
alarm-key-elsewhere = サービスがキーを受け付けないため、すべての曲が待機しています。このキーは { $host } のもののようです。SOUNDVERSE_BASE_URL を確認してください。
alarm-out-of-credit = サービスの残高がなくなったため、すべての曲が待機しています。残高が増えれば、自動的に続きます。
alarm-unreachable = サービスが{ $minutes }分間、曲を受け付けていません：{ $error }。曲は待機するか失敗しますが、どれもカウントされません。
alarm-disk-low = 曲の保存先の空きが { $free } MiB しかありません。{ $least } MiB を下回ると、曲を受け付けなくなります。
alarm-disk-full = 曲の保存先の空きが { $free } MiB しかないため、曲を受け付けていません。空きを作るか、BUSKER_ARCHIVE_GIB を小さくしてください。
alarm-backup-failed = 今日のバックアップがありません。{ $why }
alarm-late-takes = あきらめたあとで曲が届きました：{ $job }。保存してあり、誰の残り曲数も変わりません。

## The operator's terminal: starting

database-in-use = 別の Busker が { $database } を使っています。先にそちらを止めてください。
database-too-new = { $database } は、より新しい Busker で作られています。この Busker を更新してください。
database-damaged = { $database } が壊れています：{ $why }。
database-way-back = 最新のコピーは { $copy } です。戻し方は docs/operate.md にあります。
database-locked = { $database } は別のプログラムがロックしています。先にそちらを閉じてください。
database-closed = { $database } に書き込めません：{ $why }。Busker を動かすユーザーが、このファイルとフォルダーに書き込めるようにしてください。
database-full = ディスクがいっぱいのため、{ $database } を開けません。先に空きを作ってください。
database-failed = { $database } を開けません：{ $why }。
http-taken = BUSKER_HTTP：{ $address } で応答できません：{ $why }。

## The operator's terminal: busker run

run-no-token = DISCORD_TOKEN、またはSLACK_BOT_TOKENとSLACK_APP_TOKENを設定してください。ないと busker run の動く場所がありません。ターミナルではトークンなしで演奏できます: busker try
run-no-player = 音楽を作る担当を指定してください。SOUNDVERSE_API_KEY か、ハウスバンドなら BUSKER_COMPOSER=houseband を設定します。
run-stopped = Busker が停止しました。理由はログにあります。もう一度起動すると続きから再開します。
slack-no-bot-token = Slack：SLACK_BOT_TOKENが設定されていません。
slack-no-bot-token-mend = アプリのBot User OAuth Token（xoxb-）を設定してください。手順はすべてdocs/slack.mdにあります。
slack-no-door = Slack：SLACK_BOT_TOKENは設定されていますが、SLACK_APP_TOKENもSLACK_SIGNING_SECRETも設定されていません。
slack-no-door-mend = Socket ModeならSLACK_APP_TOKEN（xapp-）を、HTTPモードならSLACK_SIGNING_SECRETを設定してください。
slack-no-listener = Slack：HTTPモードにはBuskerが待ち受けるアドレスが必要ですが、BUSKER_HTTPが設定されていません。
slack-no-listener-mend = BUSKER_HTTPにhost:portを設定するか、Socket Mode用にSLACK_APP_TOKEN（xapp-）を設定してください。
slack-token = Slack：{ $setting }は受け付けられません。
slack-token-mend = https://api.slack.com/apps にあるアプリのページからコピーし直してください。ボットのトークンはxoxb-、アプリのトークンはxapp-で始まります。
slack-app-scope = Slack：SLACK_APP_TOKENではBuskerが接続できません。
slack-app-scope-mend = アプリのページのBasic InformationにあるApp-Level Tokensで、スコープconnections:writeを付けて新しく作ってください。
slack-scopes = Slack：ボットのトークンには、Buskerに必要な権限がありません：{ $scopes }。
slack-scopes-mend = アプリにマニフェストをもう一度設定し（busker manifest slackで表示されます）、ワークスペースに再インストールしてください。
slack-refuses = Slack：ボットが誰なのかを答えません：{ $why }。
slack-unwell = Slack：{ $host }がステータス{ $status }を返しました。
slack-unwell-mend = しばらく待ってからもう一度試してください。Slack自体の障害はhttps://slack-status.com で確認できます。
slack-away = Slack：{ $host }に接続できません：{ $why }。
slack-slow = Slack：{ $host }は{ $seconds }秒以内に応答しませんでした。
slack-away-mend = このマシンのネットワークと、設定していればSLACK_API_BASEを確認してください。
slack-unlike = Slack：{ $base }で応答しているのはSlackのAPIではありません。
slack-unlike-mend = SLACK_API_BASEを直すか（/api/で終わります）、空にしてください。
manifest-description = 言葉を曲にします。/songと入力すると、1分ほどでカバーと2つのバージョンが届きます。
manifest-long-description = Buskerは、みんなが話している場所で曲を作ります。/songに続けて何についての曲かを書くと、カードが現れ、制作の進み具合を示し、最後にカバーと2つのバージョンが届きます。そのまま聴くことも、長くすることも、作り直すこともできます。/musicはインストゥルメンタルを、/jingleはチャンネルの音色で短い曲を作ります。一人が何曲まで頼めるかは、このワークスペースの管理者が決めます。Buskerは自分たちのマシンで動きます。
manifest-menu-song = このメッセージを曲にする
manifest-menu-extend = このトラックを長くする
manifest-jingle-sound = このチャンネルのジングルの音色
manifest-busker-admin = 誰がどこで何曲頼めるか。利用状況、ジョブ、一時停止、記録
manifest-busker = Buskerのすべてのコマンドを一つの名前で
manifest-busker-usage = song 舟歌 | quota | help
manifest-prefix-odd = 「{ $prefix }」はコマンドの前に付けられません。小文字のaからz、数字、-、_を使ってください。
manifest-prefix-long = { $command }は長すぎます。Slackで使えるのは{ $most }文字までです。もっと短い接頭辞にしてください。
manifest-address-odd = 「{ $address }」はSlackが送信できるアドレスではありません。https://songs.example のように、https://とホストを書いてください。
discord-token-refused = Discord が DISCORD_TOKEN を受け付けません。開発者ポータルからボットのトークンをコピーし直してください。
discord-unreachable = Discord に接続できません: { $why }。ネットワークを確認してから Busker を起動し直してください。
discord-unwell = Discord がステータス { $status } を返したため、始められません。しばらく待ってから、busker doctor の結果を見てください。
discord-connections-used-up = Discord は今のところこれ以上の接続を許可していません。1 日の { $total } 回を使い切りました。{ $time }後に再び接続できます。
discord-form-too-late = 時間がかかりすぎたため、フォームを表示できません。もう一度リクエストしてください。
slack-revoked = Slack が Busker のアクセスを取り消しました。トークンが無効になったか、アプリがワークスペースから削除されています。アプリを再インストールし、SLACK_BOT_TOKEN を設定し直してください。
slack-who = 現在、Slack からあなたの情報を取得できません。もう一度リクエストしてください。
slack-form-title = フォームの準備ができました
slack-form-line = Slack では、ボタンを押すとフォームが開きます。
slack-form-open = フォームを開く
slack-form-send = 送信
slack-form-close = 閉じる
slack-pick = 操作を選ぶ
slack-files-sent = ファイルはダイレクトメッセージにお送りしました。
slack-files-lost = ファイルをお送りできませんでした。もう一度リクエストしてください。
slack-home-running = 制作中
permission-manage-threads = スレッドの管理（このスレッドはロックされています）
permission-connect = 接続
permission-private-thread = このプライベートスレッドへの参加（ここで一度 Busker をメンションしてください）
permission-membership = このチャンネルへの参加（/invite と名前で一度招待してください）

## The operator's terminal: busker backup

backup-made = { $database } を { $file } にコピーしました：{ $size }、確認済みで問題はありません。
backup-missing = { $database } にはまだデータベースがないため、コピーするものがありません。
backup-exists = { $file } はすでにあります。別のファイル名にしてください。
backup-no-folder = { $folder } というフォルダーがありません。先に作ってください。
backup-not-writable = { $folder } に書き込めません：{ $why }。
backup-full = { $folder } のディスクがいっぱいです。コピーは残していません。
backup-corrupt = { $database } が壊れているため、コピーは残していません：{ $why }。以前のコピーに戻してください。
backup-failed = { $database } をコピーできませんでした：{ $why }。

## The operator's terminal: busker doctor

doctor-ok = 正常
doctor-note = 注意
doctor-wrong = 異常
doctor-well = 異常はありません。
doctor-unwell = 異常があります。「異常」の下の行に、直し方が書いてあります。
doctor-settings = 設定：すべて使えます。
doctor-settings-mend = 環境変数か .env を直してください。残りはそのあとで確認します。
doctor-versions = Python { $python }、SQLite { $sqlite }。
doctor-sqlite-old = SQLite { $version } は古すぎます。{ $least } 以上が必要です。
doctor-sqlite-mend = より新しい Python を入れると、新しい SQLite も付いてきます。
doctor-zone = 1日の始まりは { $zone } の午前0時です。
doctor-data = データ
doctor-songs = 曲
doctor-folder = { $name }：{ $folder } に書き込めます。
doctor-folder-new = { $name }：{ $folder } はまだありません。Busker が作ります。
doctor-folder-closed = { $name }：{ $folder } に書き込めません：{ $why }。
doctor-folder-mend = Busker を動かすユーザーが { $folder } に書き込めるようにしてください。
doctor-disk = ディスク：空き { $free } GiB。
doctor-disk-small = ディスク：空き { $free } GiB。BUSKER_ARCHIVE_GIB で曲に使える { $most } GiB より少ないです。
doctor-disk-full = ディスク：空きが { $free } GiB しかありません。
doctor-disk-mend = 空きを作るか、BUSKER_DATA_DIR を別のディスクに移してください。
doctor-database = データベース：{ $database } に問題はありません。バージョン { $version }、ジャーナル { $journal }、{ $songs }曲。
doctor-database-new = データベース：{ $database } はまだありません。Busker が作ります。
doctor-database-older = データベース：{ $database } はバージョン { $version } です。次の起動で新しくなります。先にバックアップを取ってください。
doctor-database-later = データベース：{ $database } はバージョン { $version } で、より新しい Busker で作られています。
doctor-database-upgrade = この Busker を更新するか、それより前のコピーに戻してください。
doctor-database-corrupt = データベース：{ $database } が壊れています：{ $why }。
doctor-database-restore = Busker を止めて、最後の正常なコピーに戻してください。方法は docs/operate.md にあります。
doctor-database-closed = データベース：{ $database } を読み込めません：{ $why }。
doctor-database-permit = Busker を動かすユーザーが、このファイルとフォルダーを読み書きできるようにしてください。
doctor-player-unsaid = 音楽：チャットのトークンは設定されていますが、誰が音楽を作るかが決まっていません。
doctor-player-say = BUSKER_COMPOSER を soundverse か houseband にしてください。
doctor-player-soundverse = 音楽：BUSKER_COMPOSER の設定により、{ $host } の Soundverse です。呼び出すと料金がかかることがあるため、呼び出していません。
doctor-player-key = 音楽：キーが設定されているため、{ $host } の Soundverse です。呼び出すと料金がかかることがあるため、呼び出していません。
doctor-player-chosen = 音楽：BUSKER_COMPOSER の設定により、ハウスバンドです。
doctor-player-default = 音楽：BUSKER_COMPOSER が設定されていないため、ハウスバンドです。
doctor-key = キー：SOUNDVERSE_API_KEY は設定されていて、通常の形式です。
doctor-key-odd = キー：SOUNDVERSE_API_KEY は設定されていますが、多くのキーと違って { $prefix } で始まっていません。
doctor-key-missing = キー：SOUNDVERSE_API_KEY が設定されていません。
doctor-key-mend = API のダッシュボードにあるキーを入れるか、BUSKER_COMPOSER=houseband にしてください。
doctor-key-unused = キー：SOUNDVERSE_API_KEY は設定されていますが、使われていません。BUSKER_COMPOSER=soundverse にすると使われます。
doctor-key-plain = キー：暗号化されていない http で { $host } に送られるため、途中で他人に読まれるおそれがあります。
doctor-band-instruments = ハウスバンド：音声ライブラリとフォントを読み込めます。
doctor-band-broken = ハウスバンド：ライブラリを読み込めません：{ $why }
doctor-band-install = Busker のパッケージを入れ直してください：make setup
doctor-soundfont = ハウスバンド：次の音はサウンドフォント { $path } を使います：{ $instruments }
doctor-soundfont-unused = ハウスバンド：サウンドフォントを使えないため、自前の音で演奏を続けます。{ $why }
doctor-band-playing = ハウスバンド：{ $address } で演奏しています。
doctor-band-free = ハウスバンド：{ $address } を使えます。
doctor-band-taken = ハウスバンド：{ $address } を使えません：{ $why }。
doctor-band-move = このアドレスを使っているものを止めるか、HOUSEBAND_ADDRESS を別の host:port にしてください。
doctor-band-keyless = ハウスバンド：SOUNDVERSE_BASE_URL がハウスバンドを指していますが、HOUSEBAND_KEY が設定されていません。
doctor-band-key = HOUSEBAND_KEY に、そのハウスバンドのキーを入れてください。
doctor-band-silent = ハウスバンド：{ $address } から応答がありません。
doctor-band-start = busker houseband で起動するか、SOUNDVERSE_BASE_URL を直してください。
doctor-alarms = 通知：問題が起きると { $channel } に知らせます。
doctor-alarms-logged = 通知：BUSKER_OPERATOR_CHANNEL が設定されていないため、問題はログにだけ残ります。
doctor-alarms-nowhere = 通知：{ $token } のトークンが設定されていないため、{ $channel } に知らせることができません。
doctor-http-answers = HTTP：{ $address } で Busker が応答しています。
doctor-http-free = HTTP：{ $address } を BUSKER_HTTP に使えます。
doctor-http-taken = HTTP：BUSKER_HTTP の { $address } を使えません：{ $why }。
doctor-http-move = このアドレスを使っているものを止めるか、BUSKER_HTTP を別の host:port にしてください。
doctor-links-nowhere = HTTP：BUSKER_PUBLIC_URL は設定されていますが、Busker がどこでも応答していません。
doctor-links-listen = BUSKER_HTTP を、公開アドレスの行き先の host:port にしてください。
doctor-discord-bot = Discord：トークンは有効です。ボットは { $bot }、アプリケーションは { $application }（{ $id }）です。
doctor-discord-token = Discord：DISCORD_TOKEN が受け付けられません。
doctor-discord-token-mend = 開発者ポータルの Bot にある Reset Token から、ボットのトークンをコピーし直してください。
doctor-discord-away = Discord：{ $host } に接続できません：{ $why }。
doctor-discord-slow = Discord：{ $host } から { $seconds } 秒以内に返事がありませんでした。
doctor-discord-away-mend = このマシンのネットワークと、設定していれば DISCORD_API_BASE を確認してください。
doctor-discord-unwell = Discord：{ $host } がステータス { $status } を返しました。
doctor-discord-unwell-mend = しばらく待ってからもう一度試してください。Discord 側の障害は https://discordstatus.com でわかります。
doctor-discord-unlike = Discord：{ $base } で応答しているのは Discord の API ではありません。
doctor-discord-unlike-mend = DISCORD_API_BASE を /api/v10 で終わるように直すか、空にしてください。
doctor-discord-elsewhere = Discord：コマンドが Busker ではなく { $url } に送られています。
doctor-discord-elsewhere-mend = 開発者ポータルの General Information で、Interactions Endpoint URL を空にしてください。
doctor-discord-grant = Discord：リンクでボットを招待できません。
doctor-discord-grant-mend = 開発者ポータルの Bot で、Requires OAuth2 Code Grant をオフにしてください。
doctor-discord-open = Discord：誰でもボットを招待でき、BUSKER_SERVERS が設定されていないため、参加しているすべてのサーバーで演奏します。
doctor-discord-closed = Discord：{ $servers ->
    [0] BUSKER_SERVERS に Discord のサーバーがないため、どこでも演奏しません
   *[other] 演奏するのは、BUSKER_SERVERS にある { $servers } つのサーバーだけです
}。
doctor-discord-own = Discord：ボットを招待できるのは所有者だけです。
doctor-discord-intents = Discord：開発者ポータルで特権インテントがオンになっています（{ $intents }）。Busker には不要なので、オフにできます。
doctor-discord-invite = Discord：このリンクでボットを招待できます：{ $link }
doctor-discord-install = Discord：このリンクで、各自が自分用にインストールできます：{ $link }
doctor-discord-install-off = Discord：BUSKER_DIRECT はオンですが、誰も自分用にインストールできません。開発者ポータルの Installation で User Install がオフになっています。
doctor-discord-gateway = Discord：イベントの送り元 { $host } に接続できます。今日の残りの接続回数は { $total } 回中 { $left } 回です。
doctor-discord-gateway-away = Discord：イベントの送り元 { $host } に接続できません：{ $why }。
doctor-discord-gateway-mend = このマシンのネットワークと、設定していれば DISCORD_GATEWAY_URL を確認してください。
doctor-discord-spent = Discord：今日の接続回数 { $total } 回をすべて使い切りました。
doctor-discord-spent-mend = あと { $time }でまた接続できます。ボットを何度も起動しているものを探してください。
doctor-discord-nowhere = Discord：ボットはまだどのサーバーにもいません。上のリンクで招待できます。
doctor-discord-servers = Discord：ボットは { $servers } つのサーバーにいます：{ $names }。
doctor-discord-more = { $names }、ほか { $count }
doctor-discord-server = Discord：{ $server } では必要な権限がそろっていて、{ $size } MiB までのファイルを送れます。
doctor-discord-lacks = Discord：{ $server } ではボットに次の権限がありません：{ $permissions }。
doctor-discord-lacks-mend = そのサーバーでボットのロールに許可するか、上のリンクをもう一度開いてそのサーバーを選んでください。
doctor-discord-absent = Discord：{ $setting } に { $server } がありますが、ボットはそこにいません。
doctor-discord-absent-mend = そこへ招待するか、{ $setting } から { $server } を外してください。
doctor-discord-channel = Discord：運営者のチャンネルは { $server } の #{ $channel } で、書き込めます。
doctor-discord-channel-direct = Discord：運営者のチャンネルはダイレクトメッセージです。
doctor-discord-channel-hidden = Discord：運営者のチャンネル { $channel } がないか、ボットから見えません。
doctor-discord-channel-find = BUSKER_OPERATOR_CHANNEL を直してください。番号はチャンネルのメニューの「チャンネルIDをコピー」でわかります。ボットがそのチャンネルを見られるようにしてください。
doctor-discord-channel-kind = Discord：{ $server } にある運営者のチャンネル #{ $channel } にはメッセージを送れません。
doctor-discord-channel-pick = BUSKER_OPERATOR_CHANNEL にはテキストチャンネルを指定してください。
doctor-discord-channel-closed = Discord：{ $server } にある運営者のチャンネル #{ $channel } では、ボットに次の権限がありません：{ $permissions }。
doctor-discord-channel-open = そのチャンネルの権限設定で、ボットのロールに許可してください。
doctor-slack-bot = Slack：トークンは受け付けられました。ボットは{ $bot }、ワークスペースは{ $team }（{ $id }）です。
doctor-slack-scopes = Slack：トークンには必要な権限がすべてあります。
doctor-slack-helpful = Slack：トークンには{ $scopes }の権限がありません。なくても動きますが、その場合の違いはdocs/slack.mdにあります。
doctor-slack-socket = Slack：すべてSocket Modeで届きます。SLACK_APP_TOKENは受け付けられました。
doctor-slack-http = Slack：すべて{ $url }に届きます。そこでは、このSLACK_SIGNING_SECRETのBuskerが応答しています。
doctor-slack-http-silent = Slack：すべて{ $url }に届くはずですが、今はそこでBuskerが応答していません。
doctor-slack-secret = Slack：{ $url }のBuskerは、SLACK_SIGNING_SECRETで署名したものを受け付けません。
doctor-slack-secret-mend = アプリのページのBasic InformationからSigning Secretをコピーし直し、Buskerを再起動してください。
doctor-slack-elsewhere = Slack：BUSKER_SERVERSにこのワークスペースがないため、ここでは誰も曲を頼めません。
doctor-slack-elsewhere-mend = BUSKER_SERVERSに{ $server }を加えるか、空にしてください。
doctor-slack-channel = Slack：運営者のチャンネルは#{ $channel }で、書き込めます。
doctor-slack-channel-direct = Slack：運営者のチャンネルはダイレクトメッセージです。
doctor-slack-channel-hidden = Slack：運営者のチャンネル{ $channel }が存在しないか、ボットから見えません。
doctor-slack-channel-find = BUSKER_OPERATOR_CHANNELを直してください。チャンネルの詳細の最後にIDがあります。非公開チャンネルにはボットを招待する必要があります。
doctor-slack-channel-archived = Slack：運営者のチャンネル#{ $channel }はアーカイブされています。
doctor-slack-channel-pick = BUSKER_OPERATOR_CHANNELに別のチャンネルを指定してください。
doctor-slack-channel-closed = Slack：ボットは運営者のチャンネル#{ $channel }に参加しておらず、トークンにもそのまま書き込む権限がありません。
doctor-slack-channel-invite = そこに招待してください：/invite @{ $bot }
permission-view-channel = チャンネルを見る
permission-send-messages = メッセージを送信
permission-send-messages-in-threads = スレッドでメッセージを送信
permission-embed-links = 埋め込みリンク
permission-attach-files = ファイルを添付
permission-read-message-history = メッセージ履歴を読む
doctor-spend-later = 曲：異常があるため、購入しませんでした。
doctor-spend-made = 曲：「{ $title }」ができ、取得しました。{ $takes }個のテイクが { $folder } にあります。
doctor-spend-unkept = 曲：できましたが、{ $folder } に保存できません：{ $why }。
doctor-spend-unspent = 何も依頼せず、何も消費していません。
doctor-spend-free = 料金はかかっていません。
doctor-spend-maybe = 料金がかかったかどうかはわかりません。サービスのダッシュボードで確認してください。
doctor-spend-charged = サービスから課金されました。
