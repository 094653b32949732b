-- Sheets that nothing is written to for the time being, because they do not fit their mapping.
CREATE TABLE sheet_holds (
    sheet_id       text    PRIMARY KEY,
    held           boolean NOT NULL,
    revision_major bigint  NOT NULL,
    revision_minor bigint  NOT NULL
);
