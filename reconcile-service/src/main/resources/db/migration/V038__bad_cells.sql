-- What was said of rows that have cells which cannot be read. One that was mended stays, closed, so
-- that what is said next is newer.
CREATE TABLE cell_findings (
    realm    text        NOT NULL,
    sheet_id text        NOT NULL,
    row_id   text        NOT NULL,
    open     boolean     NOT NULL,
    title    text        NOT NULL,
    detail   text        NOT NULL,
    found_at timestamptz NOT NULL,
    PRIMARY KEY (realm, sheet_id, row_id)
);

-- People paste anything into a project's cell, while an entry of an index has at most 2,704 bytes:
-- what is longer than any name is looked up by its beginning.
DROP INDEX standings_by_project;
DROP INDEX standings_by_project_key;
CREATE INDEX standings_by_project_key ON standings (realm, left(project_key(project), 200));
