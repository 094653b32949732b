-- Projections: each row is the newest state of one key, and can be rebuilt by reading its topic again.

CREATE TABLE proposals (
    proposal_id    uuid PRIMARY KEY,
    revision_major bigint      NOT NULL,
    revision_minor bigint      NOT NULL,
    connection     text        NOT NULL,
    realm          text        NOT NULL,
    kind           text        NOT NULL,
    reference      text        NOT NULL,
    revision       int         NOT NULL,
    hash           text        NOT NULL,
    status         text        NOT NULL,
    summary        text        NOT NULL,
    counterparty   text,
    project        text,
    amount         numeric(19, 4),
    currency       text,
    roles_needed   text[]      NOT NULL,
    waiting_since  timestamptz,
    changed_at     timestamptz NOT NULL,
    correlation_id text        NOT NULL,
    event_id       uuid        NOT NULL,
    state          text        NOT NULL
);
CREATE INDEX proposals_by_status ON proposals (status, kind, waiting_since);
CREATE INDEX proposals_by_reference ON proposals (upper(reference));
CREATE INDEX proposals_by_correlation ON proposals (correlation_id);

CREATE TABLE findings (
    realm          text        NOT NULL,
    finding_id     text        NOT NULL,
    revision_major bigint      NOT NULL,
    revision_minor bigint      NOT NULL,
    status         text        NOT NULL CHECK (status IN ('OPEN', 'RESOLVED')),
    kind           text        NOT NULL,
    severity       text        NOT NULL,
    raised_by      text        NOT NULL,
    proposal_id    uuid,
    title          text        NOT NULL,
    detail         text        NOT NULL,
    remedy         text        NOT NULL,
    amount         numeric(19, 4),
    currency       text,
    opened_at      timestamptz NOT NULL,
    resolved_at    timestamptz,
    resolution     text,
    correlation_id text        NOT NULL,
    opened         text,
    PRIMARY KEY (realm, finding_id)
);
CREATE INDEX findings_by_status ON findings (status, kind, opened_at);
CREATE INDEX findings_by_proposal ON findings (proposal_id) WHERE proposal_id IS NOT NULL;
CREATE INDEX findings_by_correlation ON findings (correlation_id);

CREATE TABLE source_rows (
    sheet_id       text   NOT NULL,
    row_id         text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    realm          text   NOT NULL,
    gone           boolean NOT NULL,
    correlation_id text   NOT NULL,
    event          text   NOT NULL,
    PRIMARY KEY (sheet_id, row_id)
);

CREATE TABLE book_entries (
    realm          text   NOT NULL,
    entity_type    text   NOT NULL,
    entity_id      text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    name           text   NOT NULL,
    active         boolean NOT NULL,
    gone           boolean NOT NULL,
    last_updated   timestamptz,
    PRIMARY KEY (realm, entity_type, entity_id)
);

CREATE TABLE books_loaded (
    realm     text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

-- When the newest news of a connection came, by what it was about.
CREATE TABLE connection_news (
    connection text        NOT NULL,
    topic      text        NOT NULL,
    newest_at  timestamptz NOT NULL,
    PRIMARY KEY (connection, topic)
);

CREATE TABLE dead_letters (
    letter_id        uuid PRIMARY KEY,
    dlq_topic        text        NOT NULL,
    dlq_partition    int         NOT NULL,
    dlq_offset       bigint      NOT NULL,
    topic            text        NOT NULL,
    record_key       text        NOT NULL,
    value            bytea       NOT NULL,
    error_code       text        NOT NULL,
    consumer_group   text        NOT NULL,
    reason           text        NOT NULL,
    stack            text        NOT NULL,
    attempts         int         NOT NULL,
    source_topic     text        NOT NULL,
    source_partition int         NOT NULL,
    source_offset    bigint      NOT NULL,
    correlation_id   text        NOT NULL,
    given_up_at      timestamptz NOT NULL,
    status           text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'REDRIVEN')),
    redriven_at      timestamptz,
    redriven_by      text,
    patched          boolean     NOT NULL DEFAULT false,
    new_event_id     uuid,
    UNIQUE (dlq_topic, dlq_partition, dlq_offset)
);
CREATE INDEX dead_letters_by_cause ON dead_letters (status, error_code, topic, consumer_group, given_up_at);
CREATE INDEX dead_letters_by_correlation ON dead_letters (correlation_id);

-- What people did here. Not a projection.

-- The unique key makes a second press of the same button harmless.
CREATE TABLE decisions_sent (
    decision_id uuid PRIMARY KEY,
    proposal_id uuid        NOT NULL,
    revision    int         NOT NULL,
    person      text        NOT NULL,
    verdict     text        NOT NULL CHECK (verdict IN ('APPROVED', 'REJECTED')),
    reason      text,
    sent_at     timestamptz NOT NULL,
    UNIQUE (proposal_id, revision, person, verdict)
);
CREATE INDEX decisions_sent_by_person ON decisions_sent (person, sent_at);

CREATE TABLE sessions (
    token_hash text PRIMARY KEY,
    email      text        NOT NULL,
    opened_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL
);
