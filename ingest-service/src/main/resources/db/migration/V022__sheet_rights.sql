-- Who may edit a sheet and who is in the groups that give roles, as Smartsheet said last.

CREATE TABLE sheet_rights (
    sheet_id text        PRIMARY KEY,
    read_at  timestamptz NOT NULL,
    rights   text        NOT NULL
);
