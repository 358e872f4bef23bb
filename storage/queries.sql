-- Every statement Busker runs, by name. Each is one step: one hop to the thread, one transaction.

-- name: admit
-- Insert the job unless its rule is used up or its request is already here.
INSERT INTO jobs (id, request_key, platform, person, server, channel, card, kind, version, prompt, lyrics,
    style, reference_url, instrumental_url, vocal_url, melody_url, source_job, source_version, source_url,
    source_title, extend_at_ms, stage, attempt, counts, charged, created_at)
SELECT :id, :request_key, :platform, :person, :server, :channel, :card, :kind, :version, :prompt, :lyrics,
    :style, :reference_url, :instrumental_url, :vocal_url, :melody_url, :source_job, :source_version,
    :source_url, :source_title, :extend_at_ms, :stage, :attempt, :counts, :charged, :created_at
WHERE :most IS NULL OR :most > (
    SELECT count(*) FROM jobs
    WHERE counts = 1 AND platform = :platform AND server = :server AND person = :person
        AND created_at >= :since)
ON CONFLICT (request_key) DO NOTHING
RETURNING id;

-- name: admitted
-- The job that an earlier delivery of the same request made.
SELECT id FROM jobs WHERE request_key = :request_key;

-- name: used
-- Songs that count against a person on a server.
SELECT count(*) FROM jobs
WHERE counts = 1 AND platform = :platform AND server = :server AND person = :person
    AND created_at >= :since;

-- name: job
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.id = :id;

-- name: unfinished
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE stage IN ('reserved', 'queued', 'working', 'posting')
ORDER BY created_at, jobs.rowid;

-- name: late
-- Ended without waiting for their takes, which may have come since.
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE stage IN ('overdue', 'cancelled') AND coalesce(provider_job, provider_message) IS NOT NULL
    AND finished_at >= :after AND finished_at < :before
    AND 2 > (SELECT count(*) FROM takes WHERE job = jobs.id AND file IS NOT NULL)
ORDER BY finished_at;

-- name: of_person
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE jobs.platform = :platform AND person = :person
ORDER BY created_at DESC, jobs.rowid DESC LIMIT :most;

-- name: save_job
-- Only while stage and attempt are still those that were read: a cancel in between wins.
UPDATE jobs SET channel = :channel, card = :card, stage = :stage, attempt = :attempt, counts = :counts,
    charged = :charged, provider_job = :provider_job, provider_message = :provider_message,
    title = :title, cover_url = :cover_url, cover = :cover, percent = :percent, failure = :failure,
    submitted_at = :submitted_at, accepted_at = :accepted_at, finished_at = :finished_at
WHERE id = :id AND stage = :stage_before AND attempt = :attempt_before
RETURNING id;

-- name: takes
SELECT * FROM takes WHERE job IN (SELECT value FROM json_each(:jobs)) ORDER BY job, version;

-- name: save_take
INSERT INTO takes (job, version, audio_url, title, audio_id, duration_seconds, bpm, lyrics, file)
VALUES (:job, :version, :audio_url, :title, :audio_id, :duration_seconds, :bpm, :lyrics, :file)
ON CONFLICT (job, version) DO UPDATE SET audio_url = excluded.audio_url, title = excluded.title,
    audio_id = excluded.audio_id, duration_seconds = excluded.duration_seconds, bpm = excluded.bpm,
    lyrics = excluded.lyrics, file = coalesce(excluded.file, file);

-- name: remember_person
INSERT INTO people (platform, id, locale, first_seen_at) VALUES (:platform, :id, :locale, :now)
ON CONFLICT (platform, id) DO UPDATE SET locale = excluded.locale;

-- name: begin_delivery
INSERT INTO deliveries (key, job, platform, server, channel, first_tried_at)
VALUES (:key, :job, :platform, :server, :channel, :now)
ON CONFLICT (key) DO UPDATE SET tries = tries + (sent_at IS NULL)
RETURNING platform, server, channel, message, sent_at;

-- name: end_delivery
UPDATE deliveries SET platform = :platform, server = :server, channel = :channel, message = :message,
    sent_at = :now
WHERE key = :key;

-- name: rule
-- The person's own before everybody's.
SELECT most, window FROM rules
WHERE platform = :platform AND server = :server AND person IN (:person, '')
ORDER BY person = '' LIMIT 1;

-- name: set_rule
INSERT INTO rules (platform, server, most, window) VALUES (:platform, :server, :most, :window)
ON CONFLICT (platform, server, person) DO UPDATE SET most = excluded.most, window = excluded.window;

-- name: clear_rule
DELETE FROM rules WHERE platform = :platform AND server = :server AND person = '';

-- name: kept
-- Ended songs with files in the archive, those that ended first before the others.
SELECT jobs.*, people.locale FROM jobs
LEFT JOIN people ON people.platform = jobs.platform AND people.id = jobs.person
WHERE stage NOT IN ('reserved', 'queued', 'working', 'posting')
    AND (cover IS NOT NULL OR EXISTS (SELECT 1 FROM takes WHERE job = jobs.id AND file IS NOT NULL))
ORDER BY finished_at, jobs.rowid;

-- name: forget_takes
UPDATE takes SET file = NULL WHERE job = :id;

-- name: forget_cover
UPDATE jobs SET cover = NULL WHERE id = :id;
