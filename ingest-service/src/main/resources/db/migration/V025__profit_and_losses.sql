-- When each company's profit and loss was asked for, and what was published of it, as a hash.
CREATE TABLE profit_and_losses (
    realm    text        PRIMARY KEY,
    asked_at timestamptz NOT NULL,
    content  text        NOT NULL,
    revision bigint      NOT NULL
);
