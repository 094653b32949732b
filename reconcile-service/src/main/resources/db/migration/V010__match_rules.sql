-- Every version of a realm's match rules after the first, which the program brings along.
CREATE TABLE match_rules (
    realm      text NOT NULL,
    version    int  NOT NULL CHECK (version > 1),
    rules      text NOT NULL,
    person     text NOT NULL,
    changed_at timestamptz NOT NULL,
    reason     text NOT NULL,
    PRIMARY KEY (realm, version)
);

-- Findings about commands that were not carried out, while they are open.
CREATE TABLE refused_commands (
    realm      text NOT NULL,
    finding_id text NOT NULL,
    kind       text NOT NULL,
    said_at    timestamptz NOT NULL,
    open       boolean NOT NULL,
    PRIMARY KEY (realm, finding_id)
);
