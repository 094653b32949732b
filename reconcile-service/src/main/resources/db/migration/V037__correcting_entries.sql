-- Which line of the books each correcting journal entry corrects, as its proposal's evidence says.
CREATE TABLE correcting_entries (
    realm       text   NOT NULL,
    proposal_id uuid   NOT NULL,
    -- the row with which the line was brought in line
    sheet_id    text   NOT NULL,
    row_id      text   NOT NULL,
    -- the document and its line, such as Bill:145#2
    entity_type text   NOT NULL,
    entity_id   text   NOT NULL,
    line_id     text   NOT NULL,
    -- whose costs they are, for an entry whose document is gone
    party       text   NOT NULL,
    project     text   NOT NULL,
    -- in which the line's costs are counted
    accounts    text[] NOT NULL,
    -- the first of those that count only together, and how many these are
    first_id    uuid   NOT NULL,
    together    int    NOT NULL,
    status      text   NOT NULL CHECK (status IN ('ASKED', 'POSTED', 'ENDED')),
    -- audit's sequence; 0 before it said anything
    sequence    bigint NOT NULL DEFAULT 0,
    -- the journal entry, once it is known
    entry_id    text,
    PRIMARY KEY (realm, proposal_id),
    CHECK (status <> 'POSTED' OR entry_id IS NOT NULL)
);
CREATE INDEX correcting_entries_by_document ON correcting_entries (realm, entity_type, entity_id);
CREATE INDEX correcting_entries_by_entry ON correcting_entries (realm, entry_id);

-- The proposal that drafted the document, as its note says.
ALTER TABLE documents ADD COLUMN proposal_id uuid;
CREATE INDEX documents_by_proposal ON documents (realm, proposal_id) WHERE proposal_id IS NOT NULL;
