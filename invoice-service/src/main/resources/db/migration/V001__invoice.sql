-- The books as last seen. A gone entity stays as a row, so that older news of it is recognised.
CREATE TABLE entities (
    realm          text   NOT NULL,
    entity_type    text   NOT NULL,
    entity_id      text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    present        boolean NOT NULL,
    active         boolean NOT NULL,
    name           text,
    name_key       text,
    qualified_key  text,
    parent_id      text,
    entity         jsonb,
    PRIMARY KEY (realm, entity_type, entity_id),
    CHECK (present = (entity IS NOT NULL))
);
CREATE INDEX entities_name ON entities (realm, entity_type, name_key);
CREATE INDEX entities_qualified ON entities (realm, entity_type, qualified_key);
CREATE INDEX entities_parent ON entities (realm, entity_type, parent_id) WHERE parent_id IS NOT NULL;

CREATE TABLE loaded_books (
    realm     text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

-- The rows as last seen. group_key is set while the row is ready and complete.
CREATE TABLE sheet_rows (
    sheet_id       text   NOT NULL,
    row_id         text   NOT NULL,
    realm          text   NOT NULL,
    role           text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    present        boolean NOT NULL,
    row_number     int    NOT NULL,
    group_key      text,
    project_key    text,
    observed       jsonb,
    PRIMARY KEY (sheet_id, row_id),
    CHECK (present = (observed IS NOT NULL))
);
CREATE INDEX sheet_rows_group ON sheet_rows (group_key) WHERE group_key IS NOT NULL;
CREATE INDEX sheet_rows_project ON sheet_rows (realm, project_key) WHERE role = 'PROJECTS';

-- Rows that are drafted together, and since when they have been quiet.
CREATE TABLE row_groups (
    group_key      text PRIMARY KEY,
    realm          text NOT NULL,
    description    jsonb NOT NULL,
    project_key    text,
    quiet_until    timestamptz NOT NULL,
    needs          text[] NOT NULL DEFAULT '{}',
    correlation_id text NOT NULL,
    cause_id       uuid NOT NULL
);
CREATE INDEX row_groups_project ON row_groups (realm, project_key) WHERE project_key IS NOT NULL;
CREATE INDEX row_groups_needs ON row_groups USING gin (needs);

-- How often a row has been marked ready on purpose, and whether that marking is used up.
CREATE TABLE markings (
    sheet_id       text    NOT NULL,
    row_id         text    NOT NULL,
    occurrence     int     NOT NULL CHECK (occurrence >= 1),
    ready          boolean NOT NULL,
    spent          boolean NOT NULL,
    revision_major bigint  NOT NULL,
    revision_minor bigint  NOT NULL,
    PRIMARY KEY (sheet_id, row_id)
);

CREATE SEQUENCE draft_numbers;
CREATE SEQUENCE notice_numbers;

CREATE TABLE drafts (
    draft_id          uuid PRIMARY KEY,
    reference         text NOT NULL UNIQUE,
    realm             text NOT NULL,
    group_key         text NOT NULL,
    phase             text NOT NULL CHECK (phase IN
        ('OPEN', 'WITHDRAWING', 'SEALED', 'POSTED', 'REJECTED', 'FAILED', 'LAPSED', 'WITHDRAWN', 'VOIDED')),
    revision          int  NOT NULL CHECK (revision >= 1),
    basis             text NOT NULL,
    currency          text NOT NULL,
    subtotal          numeric(15, 4) NOT NULL,
    proposal          jsonb NOT NULL,
    invoice_id        text,
    correlation_id    text NOT NULL,
    created_at        timestamptz NOT NULL,
    changed_at        timestamptz NOT NULL
);
CREATE UNIQUE INDEX drafts_open ON drafts (group_key) WHERE phase IN ('OPEN', 'WITHDRAWING');
CREATE INDEX drafts_live ON drafts (group_key) WHERE phase IN ('OPEN', 'WITHDRAWING', 'SEALED');
CREATE INDEX drafts_invoice ON drafts (realm, invoice_id) WHERE invoice_id IS NOT NULL;

-- A purposeful marking of a row is billed at most once.
CREATE TABLE claims (
    sheet_id    text NOT NULL,
    row_id      text NOT NULL,
    occurrence  int  NOT NULL CHECK (occurrence >= 1),
    state       text NOT NULL CHECK (state IN ('OPEN', 'LEAVING', 'BILLED', 'FREED')),
    draft_id    uuid NOT NULL REFERENCES drafts,
    project_key text,
    hours       numeric(14, 5) NOT NULL,
    inputs      text NOT NULL,
    PRIMARY KEY (sheet_id, row_id, occurrence)
);
CREATE INDEX claims_draft ON claims (draft_id);
CREATE INDEX claims_project ON claims (project_key) WHERE project_key IS NOT NULL AND state <> 'FREED';

-- What audit last said about our proposals.
CREATE TABLE proposal_states (
    proposal_id    uuid PRIMARY KEY,
    audit_sequence bigint NOT NULL,
    state          jsonb NOT NULL
);

-- Invoices that count no longer.
CREATE TABLE gone_invoices (
    realm      text NOT NULL,
    invoice_id text NOT NULL,
    reason     text NOT NULL,
    PRIMARY KEY (realm, invoice_id)
);

CREATE TABLE findings (
    finding_id      text PRIMARY KEY,
    scope           text NOT NULL,
    realm           text NOT NULL,
    kind            text NOT NULL,
    open            boolean NOT NULL,
    occurrence      int NOT NULL,
    changed_ms      bigint NOT NULL,
    fingerprint     text NOT NULL,
    opened_at       timestamptz NOT NULL,
    notice_id       uuid,
    notice_revision int NOT NULL DEFAULT 0,
    notice_reference text
);
CREATE INDEX findings_open ON findings (scope) WHERE open;

CREATE TABLE finding_rows (
    finding_id text NOT NULL REFERENCES findings,
    sheet_id   text NOT NULL,
    row_id     text NOT NULL,
    PRIMARY KEY (finding_id, sheet_id, row_id)
);
CREATE INDEX finding_rows_row ON finding_rows (sheet_id, row_id);

-- Words asked of the model for a draft's lines; kept, so that the same lines keep their words.
CREATE TABLE narratives (
    words_key  text PRIMARY KEY,
    group_key  text NOT NULL,
    request    jsonb NOT NULL,
    attempts   int NOT NULL DEFAULT 0,
    words      jsonb
);
