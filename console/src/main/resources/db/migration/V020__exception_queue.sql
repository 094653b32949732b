-- The exception queue: what people did about findings, and what the findings said over time.

-- What an acceptance was given for: it holds while the finding says just this.
ALTER TABLE findings ADD COLUMN fingerprint text NOT NULL GENERATED ALWAYS AS (
    md5(severity || chr(10) || coalesce(amount::text || ' ' || currency, '') || chr(10) || detail)) STORED;

-- Each time a finding was heard of. Derived: whether it opened, changed or came back.
CREATE TABLE finding_changes (
    realm          text        NOT NULL,
    finding_id     text        NOT NULL,
    revision_major bigint      NOT NULL,
    revision_minor bigint      NOT NULL,
    at             timestamptz NOT NULL,
    status         text        NOT NULL CHECK (status IN ('OPEN', 'RESOLVED')),
    raised_by      text        NOT NULL,
    severity       text        NOT NULL,
    words          text        NOT NULL,
    amount         numeric(19, 4),
    currency       text,
    PRIMARY KEY (realm, finding_id, revision_major, revision_minor)
);

INSERT INTO finding_changes (realm, finding_id, revision_major, revision_minor, at, status, raised_by, severity, words,
    amount, currency)
SELECT realm, finding_id, revision_major, revision_minor, coalesce(resolved_at, opened_at), status, raised_by, severity,
    coalesce(resolution, detail), amount, currency
FROM findings WHERE kind <> 'MATCHED';

-- What people did, each under the id of its event, so that reading it again changes nothing.
CREATE TABLE exception_acts (
    event_id   uuid PRIMARY KEY,
    realm      text        NOT NULL,
    finding_id text        NOT NULL,
    at         timestamptz NOT NULL,
    person     text        NOT NULL,
    act        text        NOT NULL CHECK (act IN ('ASSIGNED', 'COMMENTED', 'DUE_SET', 'RESOLVED', 'REOPENED')),
    owner      text,
    due        date,
    words      text,
    seen       text
);
CREATE INDEX exception_acts_by_finding ON exception_acts (realm, finding_id, at, event_id);

-- What the acts of one finding add up to, in whatever order they were read.
CREATE TABLE exceptions (
    realm           text NOT NULL,
    finding_id      text NOT NULL,
    owner           text,
    due             date,
    comments        int  NOT NULL,
    accepted        text,
    accepted_by     text,
    accepted_at     timestamptz,
    accepted_reason text,
    PRIMARY KEY (realm, finding_id)
);
CREATE INDEX exceptions_by_owner ON exceptions (owner) WHERE owner IS NOT NULL;

-- For the filter by sheet.
ALTER TABLE source_rows ADD COLUMN sheet_name text;
UPDATE source_rows SET sheet_name = event::json ->> 'sheetName' WHERE NOT gone AND position('\u0000' IN event) = 0;

-- What is open and was not accepted as it says now.
CREATE VIEW open_exceptions AS
SELECT f.* FROM findings f
LEFT JOIN exceptions e ON e.realm = f.realm AND e.finding_id = f.finding_id
WHERE f.status = 'OPEN' AND e.accepted IS DISTINCT FROM f.fingerprint;
