-- Sheets that were found in a workspace, and mappings that a person accepted after columns changed. An entry counts as
-- long as what it came from, the file's entry or the workspace's rule, is still the same.
CREATE TABLE sheet_mappings (
    sheet_id   text        PRIMARY KEY,
    base_hash  text        NOT NULL,
    document   text        NOT NULL,
    changed_at timestamptz NOT NULL
);


-- What the columns held when the sheet fitted its mapping last.
ALTER TABLE sheets ADD COLUMN profiles text NOT NULL DEFAULT '{}';

-- What is proposed since a sheet's columns changed.
CREATE TABLE remaps (
    sheet_id text        PRIMARY KEY,
    proposal text        NOT NULL,
    columns  text        NOT NULL,
    found_at timestamptz NOT NULL
);

ALTER TABLE webhooks ADD COLUMN failures int NOT NULL DEFAULT 0;
ALTER TABLE webhooks ADD COLUMN tried_at timestamptz;
