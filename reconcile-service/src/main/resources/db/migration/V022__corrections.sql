-- Journal entries that people asked for, by the sheet's line that they are about.
CREATE TABLE corrections (
    realm       text        NOT NULL,
    line_id     text        NOT NULL,
    -- which correction of the line: each is posted at most once
    number      int         NOT NULL,
    proposal_id uuid        NOT NULL UNIQUE,
    person      text        NOT NULL,
    asked_at    timestamptz NOT NULL,
    status      text        NOT NULL CHECK (status IN ('ASKED', 'DONE', 'ENDED')),
    PRIMARY KEY (realm, line_id, number)
);
