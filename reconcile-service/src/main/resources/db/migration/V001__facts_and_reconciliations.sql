-- What the sheets say. A row that is gone stays as a mark, so that an older event cannot bring it back.
CREATE TABLE cost_rows (
    realm          text   NOT NULL,
    sheet_id       text   NOT NULL,
    row_id         text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    gone           boolean NOT NULL,
    observed       text,
    event_id       uuid   NOT NULL,
    correlation_id text   NOT NULL,
    PRIMARY KEY (realm, sheet_id, row_id),
    CHECK (gone = (observed IS NULL))
);

-- What the books say: bills, expenses, vendor credits and time.
CREATE TABLE documents (
    realm          text   NOT NULL,
    entity_type    text   NOT NULL,
    entity_id      text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    gone           boolean NOT NULL,
    document_number text,
    document_date  date,
    vendor_id      text,
    vendor_name    text,
    amount         numeric(19, 4),
    currency       text,
    PRIMARY KEY (realm, entity_type, entity_id)
);

CREATE TABLE vendors (
    realm          text   NOT NULL,
    vendor_id      text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    display_name   text,
    PRIMARY KEY (realm, vendor_id)
);

-- Realms whose first load is complete.
CREATE TABLE loaded_books (
    realm     text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

-- What was proposed and found for each row, and how far audit is with it.
CREATE TABLE reconciliations (
    realm            text   NOT NULL,
    sheet_id         text   NOT NULL,
    row_id           text   NOT NULL,
    proposal_id      uuid   NOT NULL UNIQUE,
    revision         int    NOT NULL DEFAULT 0,
    wanted_status    text   NOT NULL DEFAULT '',
    wanted_notes     text   NOT NULL DEFAULT '',
    shown_status     text   NOT NULL DEFAULT '',
    shown_notes      text   NOT NULL DEFAULT '',
    audit_sequence   bigint NOT NULL DEFAULT 0,
    audit_revision   int    NOT NULL DEFAULT 0,
    refused_revision int    NOT NULL DEFAULT 0,
    ended            boolean NOT NULL DEFAULT false,
    finding          text   NOT NULL DEFAULT 'NONE' CHECK (finding IN ('NONE', 'MATCHED', 'MISSING')),
    finding_detail   text   NOT NULL DEFAULT '',
    found_at         timestamptz,
    PRIMARY KEY (realm, sheet_id, row_id)
);
