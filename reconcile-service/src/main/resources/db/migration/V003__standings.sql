-- What is said of each line of either book; replaced when it changes.
CREATE TABLE standings (
    realm        text NOT NULL,
    line_id      text NOT NULL,
    side         text NOT NULL CHECK (side IN ('SHEET', 'BOOKS')),
    kind         text NOT NULL,
    sheet_id     text,
    row_id       text,
    entity_type  text,
    entity_id    text,
    party        text NOT NULL,
    reference    text NOT NULL,
    project      text NOT NULL,
    account      text NOT NULL,
    description  text NOT NULL,
    amount       numeric(19, 4) NOT NULL,
    currency     text NOT NULL,
    day          date NOT NULL,
    outcome      text NOT NULL CHECK (outcome IN ('MATCHED', 'PROPOSED', 'DEVIATING', 'TIED', 'ALONE')),
    category     text,
    rule         text NOT NULL,
    score        double precision NOT NULL,
    margin       double precision NOT NULL,
    remainder    numeric(19, 4) NOT NULL,
    evidence     text NOT NULL,
    counterparts text NOT NULL,
    nearest      text NOT NULL,
    since        timestamptz NOT NULL,
    PRIMARY KEY (realm, line_id),
    CHECK ((side = 'SHEET') = (row_id IS NOT NULL AND sheet_id IS NOT NULL)),
    CHECK ((side = 'BOOKS') = (entity_type IS NOT NULL AND entity_id IS NOT NULL))
);
CREATE INDEX standings_by_project ON standings (realm, project);
CREATE INDEX standings_by_document ON standings (realm, entity_type, entity_id);

-- What changed since the books were last compared. Read and deleted by the comparison lane alone.
CREATE TABLE changes (
    id    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    realm text NOT NULL,
    -- ROW with sheet and row, DOCUMENT with type and id, ALL with neither
    kind  text NOT NULL CHECK (kind IN ('ROW', 'DOCUMENT', 'ALL')),
    one   text NOT NULL DEFAULT '',
    other text NOT NULL DEFAULT ''
);
CREATE INDEX changes_by_realm ON changes (realm, id);

-- Names that documents and lines refer to by id: vendors, jobs, accounts, classes. Empty for a
-- customer that is no job.
CREATE TABLE names (
    realm          text   NOT NULL,
    entity_type    text   NOT NULL,
    entity_id      text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    name           text   NOT NULL,
    -- an account's, such as Expense
    classification text,
    PRIMARY KEY (realm, entity_type, entity_id)
);
INSERT INTO names (realm, entity_type, entity_id, revision_major, revision_minor, name)
SELECT realm, 'Vendor', vendor_id, revision_major, revision_minor, coalesce(display_name, '') FROM vendors;
INSERT INTO names (realm, entity_type, entity_id, revision_major, revision_minor, name)
SELECT realm, 'Customer', customer_id, revision_major, revision_minor, coalesce(name, '') FROM projects;
DROP TABLE vendors;
DROP TABLE projects;

ALTER TABLE documents RENAME COLUMN vendor_id TO party_id;
ALTER TABLE documents RENAME COLUMN vendor_name TO party_name;
ALTER TABLE documents ADD COLUMN order_id text;
ALTER TABLE document_lines ADD COLUMN account_id text;
ALTER TABLE document_lines ADD COLUMN class_id text;
ALTER TABLE document_lines ADD COLUMN party text;
ALTER TABLE document_lines ADD COLUMN hours numeric(19, 5);
ALTER TABLE document_lines ADD COLUMN posting text;

-- Timesheet and order rows are kept beside cost rows.
ALTER TABLE cost_rows RENAME TO sheet_rows;
ALTER TABLE sheet_rows RENAME CONSTRAINT cost_rows_pkey TO sheet_rows_pkey;

ALTER TABLE reconciliations ADD COLUMN wanted_finer text NOT NULL DEFAULT '';
ALTER TABLE reconciliations ADD COLUMN shown_finer text NOT NULL DEFAULT '';
ALTER TABLE reconciliations ADD COLUMN finding_kind text;

-- What was found about documents of the books that no row stands for.
CREATE TABLE book_findings (
    realm    text NOT NULL,
    -- such as Bill:145
    document text NOT NULL,
    kind     text,
    detail   text NOT NULL DEFAULT '',
    found_at timestamptz NOT NULL,
    PRIMARY KEY (realm, document)
);
