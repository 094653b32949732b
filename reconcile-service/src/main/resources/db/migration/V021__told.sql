-- Which category was last told of each row in a comment; none when nothing differs any longer.
CREATE TABLE told_rows (
    realm    text NOT NULL,
    sheet_id text NOT NULL,
    row_id   text NOT NULL,
    category text,
    revision int  NOT NULL,
    PRIMARY KEY (realm, sheet_id, row_id)
);

-- What finance was told of each line, in its sheet and by mail.
CREATE TABLE review_tasks (
    realm       text    NOT NULL,
    line_id     text    NOT NULL,
    external_id text    NOT NULL,
    open        boolean NOT NULL,
    row_id      text,
    adding      uuid,
    cells       text    NOT NULL DEFAULT '',
    mailed      text,
    PRIMARY KEY (realm, line_id),
    UNIQUE (realm, external_id)
);

-- The last weekly report of each realm, by the moment that it was due at.
CREATE TABLE weekly_reports (
    realm  text        NOT NULL PRIMARY KEY,
    due_at timestamptz NOT NULL
);
