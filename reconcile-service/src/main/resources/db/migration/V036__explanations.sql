-- What a model was asked about discrepancies, once for the same facts.
CREATE TABLE explanations (
    -- SHA-256 of the facts
    facts_key text        PRIMARY KEY,
    realm     text        NOT NULL,
    asked_at  timestamptz NOT NULL,
    -- absent where the template stands
    words     text,
    worded_by text,
    CHECK ((words IS NULL) = (worded_by IS NULL))
);
CREATE INDEX explanations_by_time ON explanations (asked_at);

-- Open findings about discrepancies as they were last published, so that they can be said in other
-- words.
CREATE TABLE said_findings (
    realm          text        NOT NULL,
    finding_id     text        NOT NULL,
    opened         text        NOT NULL,
    correlation_id text        NOT NULL,
    published_at   timestamptz NOT NULL,
    -- whose words it bears; absent for the template's
    facts_key      text,
    PRIMARY KEY (realm, finding_id)
);
