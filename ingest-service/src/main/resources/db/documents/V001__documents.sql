-- Documents by the hash of their bytes, written by ingest, read elsewhere.
CREATE TABLE documents.documents (
    hash       text        PRIMARY KEY CHECK (hash ~ '^[0-9a-f]{64}$'),
    media_type text        NOT NULL,
    bytes      bytea       NOT NULL,
    stored_at  timestamptz NOT NULL
);

-- The newest PDF of each invoice that Tieout posted.
CREATE TABLE documents.invoice_pdfs (
    realm       text   NOT NULL,
    invoice_id  text   NOT NULL,
    proposal_id uuid   NOT NULL,
    hash        text   NOT NULL REFERENCES documents.documents,
    sync_token  bigint NOT NULL,
    PRIMARY KEY (realm, invoice_id)
);
CREATE INDEX invoice_pdfs_proposal ON documents.invoice_pdfs (proposal_id);

DO $$
DECLARE
    reader text;
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tieout_ingest') THEN
        GRANT USAGE ON SCHEMA documents TO tieout_ingest;
        GRANT SELECT, INSERT, UPDATE ON documents.documents, documents.invoice_pdfs TO tieout_ingest;
    END IF;
    FOREACH reader IN ARRAY ARRAY['tieout_console', 'tieout_invoice', 'tieout_writeback'] LOOP
        IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = reader) THEN
            EXECUTE format('GRANT USAGE ON SCHEMA documents TO %I', reader);
            EXECUTE format(
                'GRANT SELECT ON documents.documents, documents.invoice_pdfs TO %I', reader);
        END IF;
    END LOOP;
END
$$;
