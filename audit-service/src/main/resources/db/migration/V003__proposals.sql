-- Where each proposal stands; the chain tells how it got there.
CREATE TABLE proposals (
    proposal_id    uuid        PRIMARY KEY,
    realm          text        NOT NULL,
    reference      text        NOT NULL,
    revision       int         NOT NULL,
    status         text        NOT NULL,
    audit_sequence bigint      NOT NULL,
    life           text        NOT NULL,
    changed_at     timestamptz NOT NULL
);
CREATE INDEX proposals_status ON proposals (status);

-- Every release in its resolved form, and what came of it.
CREATE TABLE releases (
    position      bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    proposal_id   uuid        NOT NULL,
    revision      int         NOT NULL,
    effect_id     text        NOT NULL,
    realm         text        NOT NULL,
    sequence      bigint      NOT NULL,
    type          text        NOT NULL,
    target        text        NOT NULL,
    reference     text        NOT NULL,
    resolved_hash text        NOT NULL,
    resolved      text        NOT NULL,
    released_at   timestamptz NOT NULL,
    status        text        NOT NULL,
    outcome       text,
    UNIQUE (proposal_id, revision, effect_id)
);

-- A row occurrence is billed at most once.
CREATE TABLE billed_rows (
    sheet_id    text    NOT NULL,
    row_id      text    NOT NULL,
    occurrence  int     NOT NULL,
    proposal_id uuid    NOT NULL,
    realm       text    NOT NULL,
    project     text,
    hours       numeric NOT NULL,
    PRIMARY KEY (sheet_id, row_id, occurrence)
);
CREATE INDEX billed_rows_proposal ON billed_rows (proposal_id);
CREATE INDEX billed_rows_project ON billed_rows (realm, project);

CREATE INDEX records_policy ON records (sequence) WHERE kind = 'policy';

DO $$
BEGIN
    IF EXISTS (SELECT 1 FROM pg_roles WHERE rolname = 'tieout_audit') THEN
        GRANT SELECT, INSERT, UPDATE, DELETE ON proposals, releases, billed_rows TO tieout_audit;
    END IF;
END $$;
