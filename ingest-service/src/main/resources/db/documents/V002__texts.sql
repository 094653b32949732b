-- What could be read in a document, bounded; the event carries its beginning.
CREATE TABLE documents.texts (
    hash    text        PRIMARY KEY REFERENCES documents.documents,
    text    text        NOT NULL,
    read_at timestamptz NOT NULL
);

DO $$
DECLARE
    reader text;
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tieout_ingest') THEN
        GRANT SELECT, INSERT, UPDATE ON documents.texts TO tieout_ingest;
    END IF;
    FOREACH reader IN ARRAY ARRAY['tieout_console', 'tieout_invoice', 'tieout_writeback'] LOOP
        IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = reader) THEN
            EXECUTE format('GRANT SELECT ON documents.texts TO %I', reader);
        END IF;
    END LOOP;
END
$$;
