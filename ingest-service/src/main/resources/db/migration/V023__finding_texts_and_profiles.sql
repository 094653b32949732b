-- What an open finding says, for the report of connections; the fingerprint alone tells only that it changed.
ALTER TABLE findings
    ADD COLUMN detail text,
    ADD COLUMN remedy text;

-- When the profiles of a sheet's columns were taken: rows that were changed since then are held against them.
ALTER TABLE sheets ADD COLUMN profiled_at timestamptz;
UPDATE sheets SET profiled_at = whole_read_at;
