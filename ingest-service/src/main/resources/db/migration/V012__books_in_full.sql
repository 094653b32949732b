-- What was published of an entity, as a hash: a change without a new SyncToken shows in it.
ALTER TABLE entity_shadows ADD COLUMN content text NOT NULL DEFAULT '';

ALTER TABLE books
    ADD COLUMN company      text,
    ADD COLUMN polled_at    timestamptz,
    ADD COLUMN notified_at  timestamptz,
    ADD COLUMN swept_at     timestamptz,
    ADD COLUMN sweep_wanted bigint NOT NULL DEFAULT 0,
    ADD COLUMN sweep_done   bigint NOT NULL DEFAULT 0;

-- Types that change data capture leaves out and that a notification named.
CREATE TABLE due_types (
    realm       text   NOT NULL,
    entity_type text   NOT NULL,
    mark        bigint NOT NULL,
    PRIMARY KEY (realm, entity_type)
);

-- Entities that are said to be gone, until a read has confirmed or refuted it.
CREATE TABLE doubtful_entities (
    realm       text    NOT NULL,
    entity_type text    NOT NULL,
    entity_id   text    NOT NULL,
    merged      boolean NOT NULL,
    mark        bigint  NOT NULL,
    PRIMARY KEY (realm, entity_type, entity_id)
);

-- Invoices that Tieout posted: what they said then, and what they say now.
CREATE TABLE posted_invoices (
    realm       text NOT NULL,
    invoice_id  text NOT NULL,
    proposal_id uuid NOT NULL,
    reference   text,
    posted      text,
    seen        text,
    PRIMARY KEY (realm, invoice_id)
);
