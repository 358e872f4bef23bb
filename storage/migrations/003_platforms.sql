-- What the chat platforms need.

CREATE INDEX jobs_cards ON jobs (card) WHERE card IS NOT NULL;  -- whose card a message is

-- what was on its way in a copy that was gone back to may have been made as well
DROP INDEX jobs_late;
CREATE INDEX jobs_late ON jobs (finished_at)
    WHERE stage IN ('overdue', 'cancelled', 'failed', 'interrupted');

CREATE TABLE uploads (                          -- audio that people attached, kept with its song
    job TEXT NOT NULL REFERENCES jobs (id),
    address TEXT NOT NULL,                      -- where it lay, without the query, which is signed anew each time
    file TEXT NOT NULL,
    PRIMARY KEY (job, address)
) STRICT, WITHOUT ROWID;
CREATE INDEX uploads_by_address ON uploads (address);

-- An upload is forgotten with the words it came with, however they go.
CREATE TRIGGER uploads_forgotten
    AFTER UPDATE OF reference_url, instrumental_url, vocal_url, melody_url, source_url ON jobs
    WHEN coalesce(new.reference_url, new.instrumental_url, new.vocal_url, new.melody_url,
        new.source_url) IS NULL
BEGIN
    DELETE FROM uploads WHERE job = new.id;
END;
