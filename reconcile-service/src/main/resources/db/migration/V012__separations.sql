-- Pairs of lines that a person took apart. One that was withdrawn stays, switched off.
CREATE TABLE separations (
    realm            text NOT NULL,
    sheet_line       text NOT NULL,
    books_line       text NOT NULL,
    person           text NOT NULL,
    separated_at     timestamptz NOT NULL,
    reason           text NOT NULL,
    holds            boolean NOT NULL,
    withdrawn_by     text,
    withdrawn_at     timestamptz,
    withdrawn_reason text,
    PRIMARY KEY (realm, sheet_line, books_line),
    CHECK (holds = (withdrawn_at IS NULL))
);
