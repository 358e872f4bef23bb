-- What the platforms need to find again.

CREATE INDEX jobs_cards ON jobs (card) WHERE card IS NOT NULL;  -- whose card a message is
