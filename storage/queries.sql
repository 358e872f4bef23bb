-- Every statement Busker runs, by name. Each is one step: one hop to the thread, one transaction.

-- name: used
-- What one of the `:limits` counts, as a part of other statements. Each case has its own index.
-- What a person has had deleted still counts, under the pseudonym. (Of two names SQLite thinks that they
-- have many songs, and would go through all of them instead of those that are open.)
CASE json_extract(value, '$.scope')
    WHEN 'person' THEN (SELECT count(*) FROM jobs WHERE counts = 1 AND platform = :platform
        AND server = :server AND person IN (:person, :pseudonym) AND created_at >= json_extract(value, '$.since'))
    WHEN 'server' THEN (SELECT count(*) FROM jobs WHERE counts = 1 AND platform = :platform
        AND server = :server AND created_at >= json_extract(value, '$.since'))
    WHEN 'budget' THEN (SELECT count(*) FROM jobs WHERE is_spending = 1
        AND created_at >= json_extract(value, '$.since'))
    WHEN 'tries' THEN (SELECT count(*) FROM jobs WHERE is_try = 1 AND platform = :platform
        AND person IN (:person, :pseudonym) AND created_at >= json_extract(value, '$.since'))
        + (SELECT count(*) FROM jobs WHERE stage = 'cancelled' AND counts = 0 AND charged <> 'no'
        AND platform = :platform AND person IN (:person, :pseudonym)
        AND created_at >= json_extract(value, '$.since'))
    WHEN 'declines' THEN (SELECT count(*) FROM jobs WHERE is_try = 1 AND platform = :platform
        AND person IN (:person, :pseudonym) AND created_at >= json_extract(value, '$.since') AND failure = 'declined')
    WHEN 'open' THEN (SELECT count(*) FROM jobs INDEXED BY jobs_open WHERE is_open = 1
        AND platform = :platform
        AND person IN (:person, :pseudonym)) + (SELECT count(*) FROM jobs WHERE holds_until > :now
        AND platform = :platform AND person IN (:person, :pseudonym))
END

-- name: admit
-- Insert the job unless a limit is used up or its request is already here.
INSERT INTO jobs (id, request_key, platform, person, roles, server, channel, card, kind, version, prompt, lyrics,
    style, reference_url, instrumental_url, vocal_url, melody_url, source_job, source_version, source_url,
    source_title, extend_at_ms, family, jingle_seconds, is_private, stage, attempt, counts, charged,
    created_at)
SELECT :id, :request_key, :platform, :person, :roles, :server, :channel, :card, :kind, :version, :prompt, :lyrics,
    :style, :reference_url, :instrumental_url, :vocal_url, :melody_url, :source_job, :source_version,
    :source_url, :source_title, :extend_at_ms, :family, :jingle_seconds, :is_private, :stage, :attempt,
    :counts, :charged, :created_at
WHERE NOT EXISTS (SELECT 1 FROM json_each(:limits)
    WHERE json_extract(value, '$.most') <= {used})
ON CONFLICT (request_key) DO NOTHING
RETURNING id;

-- name: admitted
-- The job that an earlier delivery of the same request made.
SELECT id FROM jobs WHERE request_key = :request_key;

-- name: usage
-- What each of the limits counts, in their order.
SELECT {used} FROM json_each(:limits) ORDER BY key;

-- name: job
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.id = :id;

-- name: shown
-- The job that a message is the card of.
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE card = :card AND jobs.platform = :platform AND channel = :channel;

-- name: seconds_taken
SELECT (finished_at - submitted_at) / 1000.0 FROM jobs
WHERE kind = :kind AND version = :version AND player = :player AND stage IN ('done', 'partial')
    AND submitted_at IS NOT NULL
ORDER BY finished_at DESC LIMIT :most;

-- name: requested
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE request_key = :request_key;

-- name: unfinished
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE stage IN ('reserved', 'queued', 'working', 'posting')
ORDER BY created_at, jobs.rowid;

-- name: unclosed
-- Ended since then, with a card that may not say so yet. What was cancelled had one that somebody saw,
-- though a kill may have come before its place was saved.
SELECT jobs.*, people.locale FROM jobs INDEXED BY jobs_unclosed
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE closed_at IS NULL AND is_open = 0 AND finished_at >= :after
    AND (card IS NOT NULL OR stage = 'cancelled') AND deleted_at IS NULL
ORDER BY finished_at;

-- name: end_restored
-- In a copy that was gone back to: what was on its way may have been sent since the copy was made.
UPDATE jobs SET stage = 'interrupted', counts = 0, charged = iif(charged = 'yes', 'yes', 'maybe'),
    failure = 'restored', finished_at = :now
WHERE stage IN ('reserved', 'queued', 'working', 'posting')
RETURNING id;

-- name: close
UPDATE jobs SET closed_at = :now WHERE id = :id AND is_open = 0;

-- name: late
-- Ended without waiting for their takes, which may have come since; but nobody pays for what was cancelled
-- and doesn't count. (What was interrupted and has a name was on its way in a copy that was gone back to.)
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE stage IN ('overdue', 'cancelled', 'failed', 'interrupted')
    AND coalesce(provider_job, provider_message) IS NOT NULL AND coalesce(failure, '') <> 'declined'
    AND (stage <> 'cancelled' OR counts = 1)
    AND finished_at >= :after AND finished_at < :before AND deleted_at IS NULL
    AND 2 > (SELECT count(*) FROM takes WHERE job = jobs.id AND file IS NOT NULL)
ORDER BY finished_at;

-- name: of_person
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.platform = :platform AND person = :person
ORDER BY created_at DESC, jobs.rowid DESC LIMIT :most;

-- name: save_job
-- Only while what others may change is still as it was read: a cancel must not undo an acceptance,
-- nor the other way round.
UPDATE jobs SET channel = :channel, card = :card, stage = :stage, attempt = :attempt, counts = :counts,
    charged = :charged, provider_job = :provider_job, provider_message = :provider_message,
    title = iif(deleted_at IS NULL, :title, NULL), cover_url = iif(deleted_at IS NULL, :cover_url, NULL),
    cover = iif(deleted_at IS NULL, :cover, NULL), percent = :percent, failure = :failure,
    submitted_at = :submitted_at, accepted_at = :accepted_at, finished_at = :finished_at,
    holds_until = :holds_until, early_version = :early_version, player = :player
WHERE id = :id AND stage = :stage_before AND attempt = :attempt_before AND charged = :charged_before
    AND accepted_at IS :accepted_at_before AND provider_job IS :provider_job_before
    AND provider_message IS :provider_message_before AND deleted_at IS :deleted_at_before
    AND early_version IS :early_version_before
RETURNING id;

-- name: takes
SELECT * FROM takes WHERE job IN (SELECT value FROM json_each(:jobs)) ORDER BY job, version;

-- name: save_take
-- Unless the song was deleted meanwhile.
INSERT INTO takes (job, version, audio_url, title, audio_id, duration_seconds, bpm, lyrics, file)
SELECT :job, :version, :audio_url, :title, :audio_id, :duration_seconds, :bpm, :lyrics, :file
WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE id = :job AND deleted_at IS NOT NULL)
ON CONFLICT (job, version) DO UPDATE SET audio_url = excluded.audio_url, title = excluded.title,
    audio_id = excluded.audio_id, duration_seconds = excluded.duration_seconds, bpm = excluded.bpm,
    lyrics = excluded.lyrics, file = coalesce(excluded.file, file);

-- name: remember_person
INSERT INTO people (platform, id, locale, first_seen_at) VALUES (:platform, :id, :locale, :now)
ON CONFLICT (platform, id) DO UPDATE SET locale = excluded.locale;

-- name: begin_delivery
-- Of a song that was deleted, nothing is handed over any more.
INSERT INTO deliveries (key, job, platform, server, channel, first_tried_at)
SELECT :key, :job, :platform, :server, :channel, :now
WHERE NOT EXISTS (SELECT 1 FROM jobs WHERE id = :job AND deleted_at IS NOT NULL)
ON CONFLICT (key) DO UPDATE SET tries = tries + (sent_at IS NULL)
RETURNING platform, server, channel, message, sent_at, first_tried_at, tries;

-- name: handed_over
SELECT platform, server, channel, message FROM deliveries WHERE key = :key AND message IS NOT NULL;

-- name: end_delivery
UPDATE deliveries SET platform = :platform, server = :server, channel = :channel, message = :message,
    sent_at = :now
WHERE key = :key RETURNING key;

-- name: standing
-- All that holds for a person on a server. A pause of no server is one everywhere.
SELECT
    (SELECT json_group_array(json_array(holder, most, window)) FROM rules
        WHERE platform = :platform AND server = :server AND (holder IN ('everyone', 'server')
            OR holder = 'person' AND subject = :person
            OR holder = 'role' AND subject IN (SELECT value FROM json_each(:roles)))) AS rules,
    (SELECT json_group_array(json_array(songs, expires_at)) FROM grants
        WHERE platform = :platform AND server = :server AND person = :person
            AND (expires_at IS NULL OR expires_at > :now)) AS grants,
    (SELECT at FROM resets
        WHERE platform = :platform AND server = :server AND person = :person) AS reset_at,
    (SELECT coalesce(until, 0) FROM blocks
        WHERE platform = :platform AND server = :server AND person = :person
            AND (until IS NULL OR until > :now)) AS blocked_until,
    EXISTS (SELECT 1 FROM pauses
        WHERE (platform, server) IN ((:platform, :server), ('', ''))) AS is_paused,
    (SELECT zone FROM zones WHERE platform = :platform AND server = :server) AS zone;

-- name: register
-- All that was set for a server, and holds now.
SELECT
    (SELECT json_group_array(json_array(holder, subject, most, window)) FROM
        (SELECT * FROM rules WHERE platform = :platform AND server = :server
            ORDER BY holder, subject)) AS rules,
    (SELECT json_group_array(json_array(person, songs, expires_at)) FROM
        (SELECT * FROM grants WHERE platform = :platform AND server = :server
            AND (expires_at IS NULL OR expires_at > :now) ORDER BY person, rowid)) AS grants,
    (SELECT json_group_array(json_array(person, until)) FROM
        (SELECT * FROM blocks WHERE platform = :platform AND server = :server
            AND (until IS NULL OR until > :now) ORDER BY person)) AS blocks,
    EXISTS (SELECT 1 FROM pauses WHERE platform = :platform AND server = :server) AS is_paused,
    (SELECT zone FROM zones WHERE platform = :platform AND server = :server) AS zone;

-- name: roles
-- What the person was on the server when they last asked there.
SELECT roles FROM jobs WHERE platform = :platform AND person = :person AND server = :server
ORDER BY created_at DESC LIMIT 1;

-- name: ground
-- Of `:channels`, a channel and what it lies in, the first one holds for which something was set.
SELECT
    (SELECT is_allowed FROM json_each(:channels) AS near JOIN channels ON channel = near.value
        WHERE platform = :platform AND server = :server ORDER BY near.key LIMIT 1) AS is_allowed,
    EXISTS (SELECT 1 FROM channels
        WHERE platform = :platform AND server = :server AND is_allowed = 1) AS has_allowed,
    (SELECT json_group_array(word) FROM banned_words
        WHERE platform = :platform AND server = :server) AS words,
    (SELECT banned FROM json_each(:channels) AS near JOIN sounds ON channel = near.value
        WHERE platform = :platform AND server = :server ORDER BY near.key LIMIT 1) AS sound_words;

-- name: channels
SELECT channel, is_allowed FROM channels WHERE platform = :platform AND server = :server
ORDER BY is_allowed DESC, channel;

-- name: banned_words
SELECT word FROM banned_words WHERE platform = :platform AND server = :server ORDER BY word;

-- name: changes
-- The latest of them before a row; an empty platform is all servers.
SELECT * FROM audit WHERE (:platform = '' OR platform = :platform AND server = :server)
    AND id < :before
ORDER BY id DESC LIMIT :most;

-- name: tally
-- What was asked for since a moment; an empty platform is all servers. A house band bills nothing.
SELECT count(*) AS asked, coalesce(sum(counts), 0) AS counted,
    coalesce(sum(is_spending AND player IS NOT 'houseband'), 0) AS billed,
    coalesce(sum(stage IN ('done', 'partial')), 0) AS made,
    count(DISTINCT platform || ' ' || person) AS people
FROM jobs WHERE (:platform = '' OR platform = :platform AND server = :server) AND created_at >= :since;

-- name: top_people
SELECT platform, person, count(*) AS asked, sum(counts) AS counted
FROM jobs WHERE (:platform = '' OR platform = :platform AND server = :server) AND created_at >= :since
GROUP BY platform, person ORDER BY counted DESC, asked DESC, person LIMIT :most;

-- name: songs_since
SELECT id, created_at, platform, server, channel, person, kind, stage, counts,
    iif(player = 'houseband', 'no', charged) AS charged
FROM jobs WHERE (:platform = '' OR platform = :platform AND server = :server) AND created_at >= :since
ORDER BY created_at, rowid LIMIT :most;

-- name: change
-- The only way in which what admins set changes: a trigger does what it says.
INSERT INTO audit (at, actor, platform, server, what, subject, detail)
VALUES (:at, :actor, :platform, :server, :what, :subject, :detail);

-- name: sound
SELECT style, tags, banned FROM json_each(:channels) AS near JOIN sounds ON channel = near.value
WHERE platform = :platform AND server = :server ORDER BY near.key LIMIT 1;

-- name: kept
-- Ended songs with files in the archive, those that ended first before the others. There may be
-- thousands, so no more of them is read than it takes to know which have to go.
SELECT id, stage, failure, coalesce(finished_at, created_at) AS ended_at,
    EXISTS (SELECT 1 FROM takes WHERE job = jobs.id AND file IS NOT NULL) AS has_takes
FROM jobs
WHERE stage NOT IN ('reserved', 'queued', 'working', 'posting') AND (cover IS NOT NULL OR has_takes)
ORDER BY finished_at, rowid;

-- name: liked_songs
SELECT DISTINCT job FROM favourites;

-- name: forget_takes
UPDATE takes SET file = NULL WHERE job = :id;

-- name: forget_cover
UPDATE jobs SET cover = NULL WHERE id = :id;

-- name: forget_uploads
DELETE FROM uploads WHERE job = :id;

-- name: to_be_found
-- A song that has ended with something to hear, and has the text that is searched for in its title or words.
stage NOT IN ('reserved', 'queued', 'working', 'posting') AND deleted_at IS NULL
    AND (stage IN ('done', 'partial')
        OR EXISTS (SELECT 1 FROM takes WHERE job = jobs.id AND file IS NOT NULL))
    AND (:search = '' OR instr(folded(jobs.title), :search) OR instr(folded(prompt), :search)
        OR instr(folded(style), :search) OR instr(folded(jobs.lyrics), :search)
        OR EXISTS (SELECT 1 FROM takes, json_each(takes.lyrics) AS section
            WHERE job = jobs.id AND instr(folded(section.value ->> 1), :search)))

-- name: liked
-- Which takes of a song the person likes, as JSON.
(SELECT json_group_array(version) FROM favourites
    WHERE platform = :platform AND person = :person AND job = jobs.id) AS liked

-- name: songs_of
SELECT jobs.*, people.locale, {liked} FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.platform = :platform AND jobs.person = :person AND {to_be_found}
ORDER BY created_at DESC, jobs.rowid DESC LIMIT :most OFFSET :skip;

-- name: favourites_of
-- Other people's songs too, unless they were made for those alone.
SELECT jobs.*, people.locale, {liked} FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.id IN (SELECT job FROM favourites WHERE platform = :platform AND person = :person)
    AND (jobs.person = :person OR is_private = 0) AND {to_be_found}
ORDER BY created_at DESC, jobs.rowid DESC LIMIT :most OFFSET :skip;

-- name: likes
SELECT version FROM favourites WHERE platform = :platform AND person = :person AND job = :job;

-- name: like
INSERT INTO favourites (platform, person, job, version, at)
SELECT :platform, :person, job, version, :now FROM takes WHERE job = :job AND version = :version
ON CONFLICT DO NOTHING;

-- name: unlike
DELETE FROM favourites
WHERE platform = :platform AND person = :person AND job = :job AND version = :version
RETURNING version;

-- name: messages_of
-- Where a song was handed over.
SELECT platform, server, channel, message FROM deliveries WHERE job = :job AND message IS NOT NULL;

-- name: delete_song
UPDATE jobs SET deleted_at = :now
WHERE id = :job AND deleted_at IS NULL AND stage NOT IN ('reserved', 'queued', 'working', 'posting')
RETURNING id;

-- name: delete_song_as_moderator
-- By its row in the audit, whose trigger deletes it.
INSERT INTO audit (at, actor, platform, server, what, subject, detail)
SELECT :at, :actor, :platform, :server, 'delete', id, json_object('person', person) FROM jobs
WHERE id = :job AND platform = :platform AND server = :server AND is_private = 0
    AND deleted_at IS NULL AND stage NOT IN ('reserved', 'queued', 'working', 'posting')
RETURNING id;

-- name: noticed
SELECT noticed_at FROM people WHERE platform = :platform AND id = :person;

-- name: note_noticed
UPDATE people SET noticed_at = :now WHERE platform = :platform AND id = :person;

-- name: about_person
-- All that is kept about a person, for them to read: this and the next ones. What admins do is told
-- without the admin.
SELECT * FROM people WHERE platform = :platform AND id = :person;

-- name: about_songs
SELECT * FROM jobs WHERE platform = :platform AND person IN (:person, :pseudonym)
ORDER BY created_at, rowid;

-- name: about_takes
SELECT takes.* FROM jobs JOIN takes ON takes.job = jobs.id
WHERE jobs.platform = :platform AND person = :person ORDER BY created_at, jobs.rowid, takes.version;

-- name: about_messages
SELECT deliveries.* FROM jobs JOIN deliveries ON deliveries.job = jobs.id
WHERE jobs.platform = :platform AND person = :person ORDER BY created_at, jobs.rowid;

-- name: about_uploads
SELECT uploads.* FROM jobs JOIN uploads ON uploads.job = jobs.id
WHERE jobs.platform = :platform AND person = :person ORDER BY created_at, jobs.rowid, uploads.file;

-- name: about_favourites
SELECT job, version, at FROM favourites WHERE platform = :platform AND person = :person ORDER BY at;

-- name: about_drafts
SELECT * FROM drafts WHERE platform = :platform AND person = :person ORDER BY created_at;

-- name: about_rules
SELECT * FROM rules WHERE platform = :platform AND holder = 'person' AND subject = :person;

-- name: about_grants
SELECT * FROM grants WHERE platform = :platform AND person = :person;

-- name: about_resets
SELECT * FROM resets WHERE platform = :platform AND person = :person;

-- name: about_blocks
SELECT * FROM blocks WHERE platform = :platform AND person = :person;

-- name: about_changes
-- Before version 2 a change on one's own platform was noted without that.
SELECT at, platform, server, what, subject, detail,
    actor IN (:person, :platform || ':' || :person) AS by_you
FROM audit
WHERE actor = :platform || ':' || :person
    OR platform = :platform AND (:person IN (subject, actor)
        OR what = 'delete' AND json_extract(detail, '$.person') = :person)
ORDER BY id;

-- name: begin_forgetting
INSERT INTO people (platform, id, locale, first_seen_at, forgotten_at)
VALUES (:platform, :person, :locale, :now, :now)
ON CONFLICT (platform, id) DO UPDATE SET forgotten_at = :now;

-- name: being_forgotten
SELECT platform, id, locale, forgotten_at FROM people WHERE forgotten_at IS NOT NULL;

-- name: songs_to_forget
SELECT id FROM jobs WHERE platform = :platform AND person = :person AND created_at <= :until
    AND is_open = 0
LIMIT :most;

-- name: wordless
-- What people wrote, and what was made of it, as a part of other statements.
prompt = NULL, lyrics = NULL, style = NULL, reference_url = NULL, instrumental_url = NULL,
    vocal_url = NULL, melody_url = NULL, source_url = NULL, source_title = NULL, title = NULL,
    cover_url = NULL

-- name: forget_songs
-- What is left counts on, under a pseudonym. Where a song's card stands, and its names at the service,
-- stay while something may still be at work on it.
UPDATE jobs SET person = :pseudonym, roles = '[]', {wordless}, cover = NULL, source_job = NULL,
    family = NULL, deleted_at = coalesce(deleted_at, :now),
    channel = iif(finished_at < :settled, '', channel), card = iif(finished_at < :settled, NULL, card),
    request_key = iif(finished_at < :settled, id, request_key),
    provider_job = iif(finished_at < :settled, NULL, provider_job),
    provider_message = iif(finished_at < :settled, NULL, provider_message)
WHERE id IN (SELECT value FROM json_each(:ids)) AND is_open = 0;

-- name: forget_favourites
DELETE FROM favourites WHERE platform = :platform AND person = :person AND at <= :until;

-- name: forget_drafts
DELETE FROM drafts WHERE platform = :platform AND person = :person AND created_at <= :until;

-- name: forget_person
DELETE FROM people WHERE platform = :platform AND id = :person;

-- name: last_row
SELECT coalesce(max(rowid), 0) AS last FROM jobs;

-- name: aged
-- Ended songs of which something has been kept long enough, among so many rows from one on.
SELECT id, person, CASE
    WHEN person <> '' AND coalesce(finished_at, created_at)
        < iif(person GLOB 'deleted:*', :window_before, :row_before) THEN 'row'
    WHEN person GLOB 'deleted:*' AND channel <> '' AND finished_at < :settled THEN 'pseudonym'
    WHEN coalesce(finished_at, created_at) < iif(
            EXISTS (SELECT 1 FROM takes WHERE job = jobs.id AND file IS NOT NULL),
            :latest_before, :words_before)
        AND (coalesce(prompt, lyrics, style, reference_url, instrumental_url, vocal_url, melody_url,
                source_url, source_title, title, cover_url) IS NOT NULL
            OR EXISTS (SELECT 1 FROM takes WHERE job = jobs.id AND audio_url <> ''))
        THEN 'words'
    END AS due
FROM jobs WHERE rowid > :after AND rowid <= :after + :many AND is_open = 0 AND due IS NOT NULL;

-- name: forget_words
UPDATE jobs SET {wordless}, request_key = id WHERE id IN (SELECT value FROM json_each(:ids));

-- name: forget_words_of_takes
UPDATE takes SET title = NULL, lyrics = '[]', audio_url = '', audio_id = NULL
WHERE job IN (SELECT value FROM json_each(:ids));

-- name: make_anonymous
-- Kept for statistics: where and when something was asked for, what kind, how it ended and what it cost.
UPDATE jobs SET person = '', roles = '[]', {wordless}, cover = NULL, source_job = NULL, family = NULL,
    channel = '', card = NULL, request_key = id, provider_job = NULL, provider_message = NULL
WHERE id IN (SELECT value FROM json_each(:ids));

-- name: make_changes_anonymous
UPDATE audit SET actor = '', subject = iif(what IN ('grant', 'clear-grants', 'reset', 'block', 'unblock')
        OR json_extract(detail, '$.holder') = 'person', '', subject),
    detail = json_remove(detail, '$.person')
WHERE id IN (SELECT id FROM audit WHERE at < :before AND actor <> '' ORDER BY id LIMIT :most)
RETURNING id;

-- name: drop_drafts
DELETE FROM drafts
WHERE id IN (SELECT id FROM drafts WHERE created_at < :before LIMIT :most) RETURNING id;

-- name: drop_grants
DELETE FROM grants
WHERE rowid IN (SELECT rowid FROM grants WHERE expires_at < :before LIMIT :most) RETURNING person;

-- name: drop_blocks
DELETE FROM blocks WHERE until < :before RETURNING person;

-- name: drop_resets
DELETE FROM resets WHERE at < :before RETURNING person;

-- name: drop_people
-- Not seen for long, so that no row of theirs is left.
DELETE FROM people WHERE (platform, id) IN (
    SELECT platform, id FROM people WHERE first_seen_at < :before
        AND NOT EXISTS (SELECT 1 FROM jobs
            WHERE jobs.platform = people.platform AND jobs.person = people.id)
        AND NOT EXISTS (SELECT 1 FROM favourites
            WHERE favourites.platform = people.platform AND favourites.person = people.id)
    LIMIT :most)
RETURNING platform, id;

-- name: told_at
SELECT told_at FROM notices WHERE key = :key;

-- name: note_told
INSERT INTO notices (key, told_at) VALUES (:key, :now)
ON CONFLICT (key) DO UPDATE SET told_at = excluded.told_at;

-- name: forget_told
DELETE FROM notices WHERE key IN (SELECT value FROM json_each(:keys));

-- name: make_secret
INSERT INTO secrets (name, value) VALUES (:name, :value) ON CONFLICT (name) DO NOTHING;

-- name: secret
SELECT value FROM secrets WHERE name = :name;

-- name: keep_draft
INSERT INTO drafts (id, platform, person, command, options, created_at)
VALUES (:id, :platform, :person, :command, :options, :created_at)
ON CONFLICT (id) DO UPDATE SET options = excluded.options, created_at = excluded.created_at;

-- name: draft
SELECT * FROM drafts WHERE id = :id;

-- name: drop_draft
DELETE FROM drafts WHERE id = :id;

-- name: note_upload
-- Unless the song was deleted meanwhile.
INSERT INTO uploads (job, address, file)
SELECT :job, :address, :file WHERE EXISTS (SELECT 1 FROM jobs WHERE id = :job AND deleted_at IS NULL)
ON CONFLICT (job, address) DO UPDATE SET file = excluded.file;

-- name: uploads
SELECT * FROM uploads WHERE job = :job ORDER BY file;

-- name: uploads_at
-- A private song's are nobody else's.
SELECT uploads.* FROM uploads JOIN jobs ON jobs.id = uploads.job
WHERE address = :address AND platform = :platform AND (person = :person OR is_private = 0)
ORDER BY created_at DESC;
