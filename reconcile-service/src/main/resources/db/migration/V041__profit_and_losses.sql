-- QuickBooks' own profit and loss, the newest of each company.
CREATE TABLE profit_and_losses (
    realm          text        PRIMARY KEY,
    revision_major bigint      NOT NULL,
    revision_minor bigint      NOT NULL,
    as_of          timestamptz NOT NULL,
    method         text        NOT NULL CHECK (method IN ('ACCRUAL', 'CASH')),
    from_day       date        NOT NULL,
    to_day         date        NOT NULL,
    currency       text        NOT NULL
);

-- What it says of each customer, jobs and projects among them.
CREATE TABLE profit_and_loss_customers (
    realm              text           NOT NULL REFERENCES profit_and_losses,
    title              text           NOT NULL,
    income             numeric(19, 4) NOT NULL,
    cost_of_goods_sold numeric(19, 4) NOT NULL,
    expenses           numeric(19, 4) NOT NULL,
    net                numeric(19, 4) NOT NULL
);
CREATE INDEX profit_and_loss_customers_by_project ON profit_and_loss_customers (realm, left(project_key(title), 200));
