-- A name that people say is a vendor of the books. One that was revoked stays, switched off.
CREATE TABLE aliases (
    realm       text NOT NULL,
    name_key    text NOT NULL,
    vendor_key  text NOT NULL,
    name        text NOT NULL,
    vendor      text NOT NULL,
    vendor_id   text,
    state       text NOT NULL CHECK (state IN ('LEARNED', 'REVOKED', 'CONTRADICTING')),
    why         text NOT NULL DEFAULT '',
    changed_at  timestamptz NOT NULL,
    PRIMARY KEY (realm, name_key, vendor_key)
);

-- One name is one vendor.
CREATE UNIQUE INDEX aliases_learned ON aliases (realm, name_key) WHERE state = 'LEARNED';

-- What each alias was learned from, and what was said of it since.
CREATE TABLE alias_decisions (
    realm      text NOT NULL,
    name_key   text NOT NULL,
    vendor_key text NOT NULL,
    event_id   uuid NOT NULL,
    position   bigint GENERATED ALWAYS AS IDENTITY,
    person     text NOT NULL,
    decided_at timestamptz NOT NULL,
    deed       text NOT NULL CHECK (deed IN ('CONFIRMED', 'CONTRADICTED', 'REVOKED')),
    finding_id text,
    row_key    text,
    reason     text NOT NULL DEFAULT '',
    PRIMARY KEY (realm, name_key, vendor_key, event_id),
    FOREIGN KEY (realm, name_key, vendor_key) REFERENCES aliases
);
