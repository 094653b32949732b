-- Drafts of documents that are not posted yet, and what would differ if they were.
CREATE TABLE awaited_documents (
    realm       text NOT NULL,
    proposal_id uuid NOT NULL PRIMARY KEY,
    proposal    text NOT NULL,
    -- empty when nothing would
    warning     text NOT NULL DEFAULT '',
    said_at     timestamptz
);
CREATE INDEX awaited_documents_by_realm ON awaited_documents (realm);
