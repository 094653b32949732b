-- Insert-only. The hash covers every other column and the hash before it.
CREATE TABLE records (
    chain          text        NOT NULL,
    sequence       bigint      NOT NULL CHECK (sequence > 0),
    previous_hash  text        NOT NULL CHECK (length(previous_hash) = 64),
    hash           text        NOT NULL CHECK (length(hash) = 64),
    at             timestamptz NOT NULL,
    topic          text        NOT NULL,
    event_id       uuid,
    correlation_id text,
    proposal_id    uuid,
    kind           text        NOT NULL,
    payload        text        NOT NULL,
    PRIMARY KEY (chain, sequence)
);
CREATE UNIQUE INDEX records_event ON records (event_id, topic) WHERE event_id IS NOT NULL;
CREATE INDEX records_proposal ON records (proposal_id, sequence) WHERE proposal_id IS NOT NULL;

-- Insert-only, too.
CREATE TABLE heads (
    chain     text        NOT NULL,
    sequence  bigint      NOT NULL,
    hash      text        NOT NULL,
    signature text        NOT NULL,
    at        timestamptz NOT NULL,
    PRIMARY KEY (chain, sequence)
);

DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tieout_audit') THEN
        REVOKE UPDATE, DELETE, TRUNCATE ON records, heads FROM tieout_audit;
        GRANT SELECT, INSERT ON records, heads TO tieout_audit;
        GRANT SELECT, INSERT, UPDATE, DELETE ON inbox, outbox, lanes TO tieout_audit;
    END IF;
END $$;
