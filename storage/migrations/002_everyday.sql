-- What people do with their songs, what admins set for a server, and what the operator is told.

ALTER TABLE people ADD COLUMN noticed_at INTEGER;            -- told, in private, what is kept about them
ALTER TABLE people ADD COLUMN forgotten_at INTEGER;          -- what was asked for until then is being deleted

ALTER TABLE jobs ADD COLUMN family TEXT;                     -- what an extension descends from
ALTER TABLE jobs ADD COLUMN jingle_seconds INTEGER;
ALTER TABLE jobs ADD COLUMN is_private INTEGER NOT NULL DEFAULT 0 CHECK (is_private IN (0, 1));
ALTER TABLE jobs ADD COLUMN deleted_at INTEGER;
ALTER TABLE jobs ADD COLUMN player TEXT;                     -- who was asked to make it
ALTER TABLE jobs ADD COLUMN early_version INTEGER;           -- the take that is posted before the other one
ALTER TABLE jobs ADD COLUMN closed_at INTEGER;               -- its end was shown; nothing is left to be done

-- how long the latest songs of a kind took
CREATE INDEX jobs_made ON jobs (kind, version, player, finished_at) WHERE stage IN ('done', 'partial');

-- cancelled between the request and its answer: nobody's song, and a try
CREATE INDEX jobs_dropped ON jobs (platform, person, created_at)
    WHERE stage = 'cancelled' AND counts = 0 AND charged <> 'no';
-- ended, and a crash may have come before people saw it
CREATE INDEX jobs_unclosed ON jobs (finished_at) WHERE closed_at IS NULL AND is_open = 0;

CREATE TABLE favourites (
    platform TEXT NOT NULL,
    person TEXT NOT NULL,                       -- who likes it; not always who asked for it
    job TEXT NOT NULL REFERENCES jobs (id),
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    PRIMARY KEY (platform, person, job, version)
) STRICT, WITHOUT ROWID;
CREATE INDEX favourites_of_job ON favourites (job);
CREATE INDEX deliveries_of_job ON deliveries (job);

-- What is deleted says nothing more: only that it was asked for, by whom, and what it cost.
CREATE TRIGGER jobs_deleted AFTER UPDATE OF deleted_at ON jobs
    WHEN old.deleted_at IS NULL AND new.deleted_at IS NOT NULL
BEGIN
    UPDATE jobs SET prompt = NULL, lyrics = NULL, style = NULL, reference_url = NULL,
        instrumental_url = NULL, vocal_url = NULL, melody_url = NULL, source_url = NULL,
        source_title = NULL, title = NULL, cover_url = NULL, cover = NULL
    WHERE id = new.id;
    DELETE FROM takes WHERE job = new.id;
    DELETE FROM favourites WHERE job = new.id;
END;

-- A song that is nobody's any more (its person became a pseudonym, or nothing) has nothing of theirs.
CREATE TRIGGER jobs_forgotten AFTER UPDATE OF person ON jobs WHEN new.person <> old.person BEGIN
    DELETE FROM takes WHERE job = new.id;
    DELETE FROM favourites WHERE job = new.id;
    DELETE FROM deliveries WHERE job = new.id;
END;

CREATE TABLE drafts (
    id TEXT PRIMARY KEY,                        -- commands that wait for their Go
    platform TEXT NOT NULL,
    person TEXT NOT NULL,
    command TEXT NOT NULL,
    options TEXT NOT NULL,                      -- JSON
    created_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE notices (
    key TEXT PRIMARY KEY,                       -- what the operator was told
    told_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE secrets (
    name TEXT PRIMARY KEY,                      -- made at random by whoever needs it first
    value BLOB NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE channels (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    channel TEXT NOT NULL,
    is_allowed INTEGER NOT NULL CHECK (is_allowed IN (0, 1)),
    PRIMARY KEY (platform, server, channel)
) STRICT, WITHOUT ROWID;

CREATE TABLE banned_words (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    word TEXT NOT NULL,
    PRIMARY KEY (platform, server, word)
) STRICT, WITHOUT ROWID;

CREATE TABLE zones (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    zone TEXT NOT NULL,
    PRIMARY KEY (platform, server)
) STRICT, WITHOUT ROWID;

CREATE TABLE sounds (
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    channel TEXT NOT NULL,
    style TEXT NOT NULL,
    tags TEXT NOT NULL,                         -- JSON, as are the words that can't be asked for here
    banned TEXT NOT NULL,
    PRIMARY KEY (platform, server, channel)
) STRICT, WITHOUT ROWID;

-- The audit learns more kinds of change; a CHECK can't be altered, so the table is made anew.

ALTER TABLE audit RENAME TO audit_before;
CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    platform TEXT NOT NULL,
    server TEXT NOT NULL,
    what TEXT NOT NULL CHECK (what IN (
        'rule', 'clear-rule', 'grant', 'reset', 'block', 'unblock', 'pause', 'resume',
        'channel', 'clear-channel', 'word', 'clear-word', 'zone', 'sound', 'clear-sound',
        'clear-grants', 'cancel', 'delete')),
    subject TEXT NOT NULL,                      -- whom or what it is about
    detail TEXT NOT NULL                        -- JSON: what its trigger needs besides
) STRICT;
INSERT INTO audit SELECT * FROM audit_before;
DROP TABLE audit_before;
CREATE INDEX audit_of_server ON audit (platform, server, at);

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
CREATE TRIGGER audit_clear_grants AFTER INSERT ON audit WHEN new.what = 'clear-grants' BEGIN
    DELETE FROM grants
    WHERE platform = new.platform AND server = new.server AND person = new.subject;
END;
CREATE TRIGGER audit_channel AFTER INSERT ON audit WHEN new.what = 'channel' BEGIN
    INSERT INTO channels (platform, server, channel, is_allowed)
    VALUES (new.platform, new.server, new.subject, json_extract(new.detail, '$.is_allowed'))
    ON CONFLICT DO UPDATE SET is_allowed = excluded.is_allowed;
END;
CREATE TRIGGER audit_clear_channel AFTER INSERT ON audit WHEN new.what = 'clear-channel' BEGIN
    DELETE FROM channels
    WHERE platform = new.platform AND server = new.server AND channel = new.subject;
END;
CREATE TRIGGER audit_word AFTER INSERT ON audit WHEN new.what = 'word' BEGIN
    INSERT INTO banned_words (platform, server, word)
    VALUES (new.platform, new.server, new.subject) ON CONFLICT DO NOTHING;
END;
CREATE TRIGGER audit_clear_word AFTER INSERT ON audit WHEN new.what = 'clear-word' BEGIN
    DELETE FROM banned_words
    WHERE platform = new.platform AND server = new.server AND word = new.subject;
END;
CREATE TRIGGER audit_zone AFTER INSERT ON audit WHEN new.what = 'zone' BEGIN
    INSERT INTO zones (platform, server, zone) VALUES (new.platform, new.server, new.subject)
    ON CONFLICT DO UPDATE SET zone = excluded.zone;
END;
CREATE TRIGGER audit_sound AFTER INSERT ON audit WHEN new.what = 'sound' BEGIN
    INSERT INTO sounds (platform, server, channel, style, tags, banned)
    VALUES (new.platform, new.server, new.subject, json_extract(new.detail, '$.style'),
        json_extract(new.detail, '$.tags'), json_extract(new.detail, '$.banned'))
    ON CONFLICT DO UPDATE SET style = excluded.style, tags = excluded.tags, banned = excluded.banned;
END;
CREATE TRIGGER audit_clear_sound AFTER INSERT ON audit WHEN new.what = 'clear-sound' BEGIN
    DELETE FROM sounds
    WHERE platform = new.platform AND server = new.server AND channel = new.subject;
END;
CREATE TRIGGER audit_delete AFTER INSERT ON audit WHEN new.what = 'delete' BEGIN
    UPDATE jobs SET deleted_at = new.at WHERE id = new.subject;
END;
