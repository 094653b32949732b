-- Both books as audit has seen them last; rebuilt from their topics.
CREATE TABLE sheet_rows (
    sheet_id text    NOT NULL,
    row_id   text    NOT NULL,
    realm    text    NOT NULL,
    role     text    NOT NULL,
    project  text,
    major    bigint  NOT NULL,
    minor    bigint  NOT NULL,
    gone     boolean NOT NULL,
    payload  text    NOT NULL,
    inputs   text    NOT NULL,
    PRIMARY KEY (sheet_id, row_id)
);
CREATE INDEX sheet_rows_project ON sheet_rows (realm, project) WHERE project IS NOT NULL;

CREATE TABLE entities (
    realm           text    NOT NULL,
    type            text    NOT NULL,
    entity_id       text    NOT NULL,
    major           bigint  NOT NULL,
    minor           bigint  NOT NULL,
    gone            boolean NOT NULL,
    name            text,
    full_name       text,
    counterparty_id text,
    payload         text    NOT NULL,
    PRIMARY KEY (realm, type, entity_id)
);
CREATE INDEX entities_name ON entities (realm, type, name);
CREATE INDEX entities_full_name ON entities (realm, type, full_name) WHERE full_name IS NOT NULL;
CREATE INDEX entities_counterparty ON entities (realm, type, counterparty_id) WHERE counterparty_id IS NOT NULL;

CREATE TABLE books (
    realm     text PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tieout_audit') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON sheet_rows, entities, books TO tieout_audit;
    END IF;
END $$;
