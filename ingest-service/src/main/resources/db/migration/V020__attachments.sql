-- What came of reading each attachment; read again only when the file is another.
CREATE TABLE attachment_readings (
    sheet_id      text        NOT NULL,
    attachment_id text        NOT NULL,
    row_id        text        NOT NULL,
    name          text        NOT NULL,
    created_at    timestamptz NOT NULL,
    size_kb       bigint      NOT NULL,
    hash          text,
    excerpt       text,
    problem       text,
    CHECK (hash IS NOT NULL OR problem IS NOT NULL),
    PRIMARY KEY (sheet_id, attachment_id)
);
CREATE INDEX attachment_readings_row ON attachment_readings (sheet_id, row_id);

-- Attachments that are to be fetched and read.
CREATE TABLE due_attachments (
    sheet_id      text        NOT NULL,
    attachment_id text        NOT NULL,
    row_id        text        NOT NULL,
    name          text        NOT NULL,
    media_type    text,
    created_at    timestamptz NOT NULL,
    size_kb       bigint      NOT NULL,
    mark           bigint      NOT NULL,
    correlation_id text        NOT NULL,
    PRIMARY KEY (sheet_id, attachment_id)
);

-- How often a row was published because of what was read in its attachments: the sheet's version
-- does not rise with that.
ALTER TABLE row_shadows ADD COLUMN attachment_reads bigint NOT NULL DEFAULT 0;
