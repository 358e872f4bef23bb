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
    finished_at INTEGER
) STRICT;

-- a quota is a question over these rows: whose, where, since when
CREATE INDEX jobs_counting ON jobs (platform, server, person, created_at) WHERE counts = 1;
CREATE INDEX jobs_unfinished ON jobs (created_at)
    WHERE stage IN ('reserved', 'queued', 'working', 'posting');
CREATE INDEX jobs_late ON jobs (finished_at) WHERE stage IN ('overdue', 'cancelled');
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
    person TEXT NOT NULL DEFAULT '',            -- '' is everybody on the server
    most INTEGER NOT NULL CHECK (most >= 0),
    window TEXT NOT NULL CHECK (window IN ('hour', 'day', 'week', 'month')),
    PRIMARY KEY (platform, server, person)
) STRICT, WITHOUT ROWID;
