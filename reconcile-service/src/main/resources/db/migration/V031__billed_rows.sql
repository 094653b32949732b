-- Which line of which posted invoice each billing row became, as the draft's own evidence says.
CREATE TABLE billed_rows (
    realm       text   NOT NULL,
    sheet_id    text   NOT NULL,
    row_id      text   NOT NULL,
    proposal_id uuid   NOT NULL,
    -- how many times the row had been marked ready, and audit's sequence: the highest is the row's last billing
    occurrence  int    NOT NULL,
    sequence    bigint NOT NULL,
    -- the draft's name, as the row shows it
    reference   text   NOT NULL,
    invoice_id  text   NOT NULL,
    number      text,
    day         date   NOT NULL,
    line        int    NOT NULL,
    unit_price  numeric(19, 4) NOT NULL,
    amount      numeric(19, 4) NOT NULL,
    -- what was paid, for a cost passed on
    cost        numeric(19, 4),
    currency    text   NOT NULL,
    PRIMARY KEY (realm, sheet_id, row_id, proposal_id)
);

CREATE INDEX billed_rows_by_invoice ON billed_rows (realm, invoice_id);
CREATE INDEX billed_rows_by_proposal ON billed_rows (realm, proposal_id);

-- Whether Tieout drafted the document.
ALTER TABLE documents ADD COLUMN drafted boolean NOT NULL DEFAULT false;

-- Of customers `Customer:Project`; of items the price per unit.
ALTER TABLE names ADD COLUMN qualified text;
ALTER TABLE names ADD COLUMN price numeric(19, 5);
ALTER TABLE names ADD COLUMN currency text;
