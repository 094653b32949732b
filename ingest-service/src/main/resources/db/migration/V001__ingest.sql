-- Which column plays which part, as it was configured; the newest version counts.
CREATE TABLE mappings (
    version    int         PRIMARY KEY CHECK (version > 0),
    hash       text        NOT NULL,
    document   text        NOT NULL,
    adopted_at timestamptz NOT NULL
);

-- Marks order wishes and what has been done about them: a wish that comes during a read outlives it.
CREATE SEQUENCE marks;

CREATE TABLE sheets (
    sheet_id      text        PRIMARY KEY,
    connected_at  timestamptz NOT NULL,
    whole_wanted  bigint      NOT NULL DEFAULT 1,
    whole_done    bigint      NOT NULL DEFAULT 0,
    sweep_wanted  bigint      NOT NULL DEFAULT 0,
    sweep_done    bigint      NOT NULL DEFAULT 0,
    fits          boolean     NOT NULL DEFAULT true,
    known_columns text        NOT NULL DEFAULT '[]',
    whole_read_at timestamptz,
    swept_at      timestamptz,
    swept_version bigint      NOT NULL DEFAULT -1
);

-- Smartsheet repeats callbacks; the nonce tells.
CREATE TABLE callbacks_seen (
    webhook_id text        NOT NULL,
    nonce      text        NOT NULL,
    seen_at    timestamptz NOT NULL,
    PRIMARY KEY (webhook_id, nonce)
);
CREATE INDEX callbacks_seen_at ON callbacks_seen (seen_at);

CREATE TABLE due_rows (
    sheet_id       text   NOT NULL,
    row_id         text   NOT NULL,
    mark           bigint NOT NULL,
    correlation_id text   NOT NULL,
    cause_id       uuid,
    PRIMARY KEY (sheet_id, row_id)
);

-- What was published last of each row.
CREATE TABLE row_shadows (
    sheet_id        text    NOT NULL,
    row_id          text    NOT NULL,
    sheet_version   bigint  NOT NULL,
    mapping_version int     NOT NULL,
    gone            boolean NOT NULL,
    event           text    NOT NULL,
    PRIMARY KEY (sheet_id, row_id)
);

-- The secret is an AES-GCM envelope; its key is not in this database.
CREATE TABLE webhooks (
    webhook_id   text        PRIMARY KEY,
    sheet_id     text        NOT NULL,
    secret       bytea       NOT NULL,
    callback_url text        NOT NULL,
    status       text        NOT NULL,
    active       boolean     NOT NULL DEFAULT true,
    created_at   timestamptz NOT NULL
);
CREATE UNIQUE INDEX webhooks_one_per_sheet ON webhooks (sheet_id) WHERE active;

CREATE TABLE findings (
    finding_id  text    PRIMARY KEY CHECK (length(finding_id) BETWEEN 1 AND 120),
    open        boolean NOT NULL,
    fingerprint text    NOT NULL,
    changed_ms  bigint  NOT NULL
);

CREATE TABLE notices (
    finding_id  text PRIMARY KEY,
    proposal_id uuid NOT NULL,
    revision    int  NOT NULL CHECK (revision > 0)
);

CREATE TABLE books (
    realm         text        PRIMARY KEY,
    load_number   int         NOT NULL DEFAULT 0,
    loading       boolean     NOT NULL DEFAULT true,
    checkpoint    timestamptz,
    loaded_at     timestamptz,
    slow_read_at  timestamptz,
    home_currency text        NOT NULL DEFAULT 'USD'
);

-- What was published last of each entity; load_number is the last full load that saw it.
CREATE TABLE entity_shadows (
    realm           text    NOT NULL,
    entity_type     text    NOT NULL,
    entity_id       text    NOT NULL,
    sync_token      bigint  NOT NULL,
    last_updated_ms bigint  NOT NULL,
    gone            boolean NOT NULL,
    load_number     int     NOT NULL,
    PRIMARY KEY (realm, entity_type, entity_id)
);

-- Proposals that wait for a decision, as audit described them last.
CREATE TABLE awaited_decisions (
    proposal_id    uuid   PRIMARY KEY,
    audit_sequence bigint NOT NULL,
    awaiting       boolean NOT NULL,
    correlation_id text   NOT NULL,
    state          text   NOT NULL
);
CREATE TABLE awaited_rows (
    sheet_id    text NOT NULL,
    row_id      text NOT NULL,
    proposal_id uuid NOT NULL REFERENCES awaited_decisions ON DELETE CASCADE,
    PRIMARY KEY (sheet_id, row_id, proposal_id)
);
CREATE INDEX awaited_rows_proposal ON awaited_rows (proposal_id);

-- Who set an approval cell, as its history said when the row was at that version.
CREATE TABLE cell_authors (
    sheet_id      text        NOT NULL,
    row_id        text        NOT NULL,
    part          text        NOT NULL,
    sheet_version bigint      NOT NULL,
    content       text,
    author        text,
    written_at    timestamptz NOT NULL,
    PRIMARY KEY (sheet_id, row_id, part)
);

-- What was concluded from the sheet, so that it is said once.
CREATE TABLE sheet_conclusions (
    proposal_id  uuid        NOT NULL,
    revision     int         NOT NULL,
    fingerprint  text        NOT NULL,
    outcome      text        NOT NULL,
    concluded_at timestamptz NOT NULL,
    PRIMARY KEY (proposal_id, revision, fingerprint)
);

CREATE TABLE due_pdfs (
    realm       text   NOT NULL,
    invoice_id  text   NOT NULL,
    proposal_id uuid   NOT NULL,
    sync_token  bigint NOT NULL,
    PRIMARY KEY (realm, invoice_id)
);
