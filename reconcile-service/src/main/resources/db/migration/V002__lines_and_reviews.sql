-- What each line of a document says. Replaced as a whole with its document.
CREATE TABLE document_lines (
    realm       text NOT NULL,
    entity_type text NOT NULL,
    entity_id   text NOT NULL,
    line        int  NOT NULL,
    amount      numeric(19, 4) NOT NULL,
    description text,
    customer_id text,
    PRIMARY KEY (realm, entity_type, entity_id, line)
);

-- Jobs, by which lines are booked.
CREATE TABLE projects (
    realm          text   NOT NULL,
    customer_id    text   NOT NULL,
    revision_major bigint NOT NULL,
    revision_minor bigint NOT NULL,
    name           text,
    PRIMARY KEY (realm, customer_id)
);

ALTER TABLE reconciliations DROP CONSTRAINT reconciliations_finding_check;
ALTER TABLE reconciliations ADD CONSTRAINT reconciliations_finding_check
    CHECK (finding IN ('NONE', 'MATCHED', 'MISSING', 'REVIEW'));
