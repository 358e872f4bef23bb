-- Times are milliseconds since 1970, UTC. One fact to a column.

CREATE TABLE people (
    platform TEXT NOT NULL,
    id TEXT NOT NULL,
    locale TEXT NOT NULL,
    first_seen_at INTEGER NOT NULL,
    PRIMARY KEY (platform, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE jobs (
    id TEXT PRIMARY KEY,
    request_key TEXT NOT NULL UNIQUE,
    platform TEXT NOT NULL,
    person TEXT NOT NULL,
    roles TEXT NOT NULL,                        -- JSON: what the person was on the server when asking
    server TEXT NOT NULL,
    channel TEXT NOT NULL,
    card TEXT,                                  -- the message of the status card
    kind TEXT NOT NULL CHECK (kind IN ('song', 'music', 'extend')),
    version TEXT NOT NULL CHECK (version IN ('v6', 'v7')),
    prompt TEXT,
    lyrics TEXT,
    style TEXT,
    reference_url TEXT,
    instrumental_url TEXT,
    vocal_url TEXT,
    melody_url TEXT,
    source_job TEXT,
    source_version INTEGER,
    source_url TEXT,
    source_title TEXT,
    extend_at_ms INTEGER,
    stage TEXT NOT NULL CHECK (stage IN ('reserved', 'queued', 'working', 'posting',
        'done', 'partial', 'failed', 'interrupted', 'overdue', 'cancelled')),
    attempt INTEGER NOT NULL DEFAULT 0,
    counts INTEGER NOT NULL CHECK (counts IN (0, 1)),
    charged TEXT NOT NULL CHECK (charged IN ('no', 'maybe', 'yes')),
    provider_job TEXT,
    provider_message TEXT,
    title TEXT,
    cover_url TEXT,
    cover TEXT,                                 -- its file, below the data directory
    percent INTEGER,
    failure TEXT,
    created_at INTEGER NOT NULL,
    submitted_at INTEGER,
    accepted_at INTEGER,
    finished_at INTEGER,
    holds_until INTEGER,                        -- cancelled, and the service may still be at work

    is_open INTEGER NOT NULL AS (stage IN ('reserved', 'queued', 'working', 'posting')),
    is_spending INTEGER NOT NULL AS (
        charged <> 'no' OR stage IN ('reserved', 'queued', 'working', 'posting')),
    -- sent, and failed by no fault of ours, the operator's or the place's
    is_try INTEGER NOT NULL AS (stage = 'failed' AND attempt > 0 AND coalesce(failure, '') NOT IN (
        'defect', 'interrupted', 'unshowable', 'unstarted', 'no-files', 'source-lost',
        'key-rejected', 'out-of-credit'))
) STRICT;

-- a quota is a question over these rows: whose, where, since when
CREATE INDEX jobs_counting ON jobs (platform, server, person, created_at) WHERE counts = 1;
CREATE INDEX jobs_counting_together ON jobs (platform, server, created_at, counts) WHERE counts = 1;
CREATE INDEX jobs_spending ON jobs (created_at) WHERE is_spending = 1;
CREATE INDEX jobs_tried ON jobs (platform, person, created_at, failure) WHERE is_try = 1;
CREATE INDEX jobs_open ON jobs (platform, person) WHERE is_open = 1;
CREATE INDEX jobs_holding ON jobs (platform, person, holds_until) WHERE holds_until IS NOT NULL;

CREATE INDEX jobs_unfinished ON jobs (created_at)
    WHERE stage IN ('reserved', 'queued', 'working', 'posting');
CREATE INDEX jobs_late ON jobs (finished_at) WHERE stage IN ('overdue', 'cancelled', 'failed');
CREATE INDEX jobs_of_person ON jobs (platform, person, created_at);

CREATE TABLE takes (
    job TEXT NOT NULL REFERENCES jobs (id),
    version INTEGER NOT NULL,
    audio_url TEXT NOT NULL,
    title TEXT,
    audio_id TEXT,
    duration_seconds REAL,
    bpm REAL,
    lyrics TEXT NOT NULL,                       -- JSON: [[label, text, start, end], ...], seconds or null
    file TEXT,                                  -- below the data directory, once fetched
    PRIMARY KEY (job, version)
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
    key TEXT PRIMARY KEY,                       -- one message each
    job TEXT NOT NULL REFERENCES jobs (id),
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    channel TEXT NOT NULL,
    message TEXT,                               -- set when it was sent
    first_tried_at INTEGER NOT NULL,
    tries INTEGER NOT NULL DEFAULT 1,
    sent_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE rules (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    holder TEXT NOT NULL CHECK (holder IN ('person', 'role', 'everyone', 'server')),
    subject TEXT NOT NULL,                      -- the person's or the role's id, else ''
    most INTEGER NOT NULL CHECK (most >= 0),
    window TEXT NOT NULL CHECK (window IN ('hour', 'day', 'week', 'month')),
    PRIMARY KEY (platform, server, holder, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE grants (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    person TEXT NOT NULL,
    songs INTEGER NOT NULL CHECK (songs > 0),
    expires_at INTEGER                          -- null: never
) STRICT;
CREATE INDEX grants_of_person ON grants (platform, server, person);

CREATE TABLE resets (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    person TEXT NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (platform, server, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE blocks (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    person TEXT NOT NULL,
    until INTEGER,                              -- null: for good
    PRIMARY KEY (platform, server, person)
) STRICT, WITHOUT ROWID;

CREATE TABLE pauses (
    platform TEXT NOT NULL,                     -- '' with server '' is everywhere
    server TEXT NOT NULL,
    PRIMARY KEY (platform, server)
) STRICT, WITHOUT ROWID;

-- A change is made by writing it down here, and by nothing else: so nothing changes without its row.
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN (
        'rule', 'clear-rule', 'grant', 'reset', 'block', 'unblock', 'pause', 'resume')),
    subject TEXT NOT NULL,                      -- whom it is about
    detail TEXT NOT NULL                        -- JSON: what its trigger needs besides
) STRICT;

CREATE TRIGGER audit_rule AFTER INSERT ON audit WHEN new.what = 'rule' BEGIN
    INSERT INTO rules (platform, server, holder, subject, most, window)
    VALUES (new.platform, new.server, json_extract(new.detail, '$.holder'), new.subject,
        json_extract(new.detail, '$.most'), json_extract(new.detail, '$.window'))
    ON CONFLICT DO UPDATE SET most = excluded.most, window = excluded.window;
END;
CREATE TRIGGER audit_clear_rule AFTER INSERT ON audit WHEN new.what = 'clear-rule' BEGIN
    DELETE FROM rules WHERE platform = new.platform AND server = new.server
        AND holder = json_extract(new.detail, '$.holder') AND subject = new.subject;
END;
CREATE TRIGGER audit_grant AFTER INSERT ON audit WHEN new.what = 'grant' BEGIN
    INSERT INTO grants (platform, server, person, songs, expires_at)
    VALUES (new.platform, new.server, new.subject, json_extract(new.detail, '$.songs'),
        json_extract(new.detail, '$.until'));
END;
CREATE TRIGGER audit_reset AFTER INSERT ON audit WHEN new.what = 'reset' BEGIN
    INSERT INTO resets (platform, server, person, at)
    VALUES (new.platform, new.server, new.subject, new.at)
    ON CONFLICT DO UPDATE SET at = excluded.at;
END;
CREATE TRIGGER audit_block AFTER INSERT ON audit WHEN new.what = 'block' BEGIN
    INSERT INTO blocks (platform, server, person, until)
    VALUES (new.platform, new.server, new.subject, json_extract(new.detail, '$.until'))
    ON CONFLICT DO UPDATE SET until = excluded.until;
END;
CREATE TRIGGER audit_unblock AFTER INSERT ON audit WHEN new.what = 'unblock' BEGIN
    DELETE FROM blocks
    WHERE platform = new.platform AND server = new.server AND person = new.subject;
END;
CREATE TRIGGER audit_pause AFTER INSERT ON audit WHEN new.what = 'pause' BEGIN
    INSERT INTO pauses (platform, server) VALUES (new.platform, new.server) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER audit_resume AFTER INSERT ON audit WHEN new.what = 'resume' BEGIN
    DELETE FROM pauses WHERE platform = new.platform AND server = new.server;
END;
