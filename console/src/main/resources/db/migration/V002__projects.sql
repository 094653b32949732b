-- What the projects page adds up: figures of each row beside the row itself, and the rows that a finding is about.

ALTER TABLE source_rows
    ADD COLUMN role      text,
    ADD COLUMN project   text,
    ADD COLUMN customer  text,
    ADD COLUMN standing  text CHECK (standing IN ('OPEN', 'READY', 'BILLED', 'MATCHED', 'UNMATCHED', 'APPROVED')),
    ADD COLUMN hours     numeric,
    ADD COLUMN amount    numeric(19, 4),
    ADD COLUMN currency  text;
CREATE INDEX source_rows_by_project ON source_rows (lower(project)) WHERE project IS NOT NULL;

ALTER TABLE findings ADD COLUMN row_keys text[] NOT NULL DEFAULT '{}';

CREATE INDEX proposals_by_project ON proposals (lower(project)) WHERE project IS NOT NULL;

-- Rows seen before this version carry the figures from their next reading on; their words are there already.
UPDATE source_rows SET
    role = event::json ->> 'role',
    project = nullif(btrim(event::json -> 'fields' ->> 'project'), ''),
    customer = nullif(btrim(event::json -> 'fields' ->> 'customer'), ''),
    standing = CASE event::json ->> 'role'
        WHEN 'PROJECTS' THEN 'APPROVED'
        WHEN 'COSTS' THEN CASE WHEN lower(event::json -> 'fields' ->> 'reconciliationStatus') = 'matched'
            THEN 'MATCHED' ELSE 'UNMATCHED' END
        WHEN 'BILLING' THEN CASE
            WHEN event::json -> 'fields' ->> 'invoiceNumber' IS NOT NULL THEN 'BILLED'
            WHEN event::json -> 'fields' ->> 'ready' = 'true'
                AND event::json -> 'fields' ->> 'billable' IS DISTINCT FROM 'false' THEN 'READY'
            ELSE 'OPEN' END
        END,
    hours = CAST(coalesce(event::json -> 'fields' ->> 'hours', event::json -> 'fields' ->> 'approvedHours') AS numeric),
    amount = CAST(coalesce(event::json -> 'fields' -> 'cost' ->> 'amount', event::json -> 'fields' -> 'amount' ->> 'amount',
        event::json -> 'fields' -> 'budget' ->> 'amount') AS numeric),
    currency = coalesce(event::json -> 'fields' -> 'cost' ->> 'currency', event::json -> 'fields' -> 'amount' ->> 'currency',
        event::json -> 'fields' -> 'budget' ->> 'currency')
WHERE NOT gone AND position('\u0000' IN event) = 0;

UPDATE findings SET row_keys = ARRAY(
    SELECT (cited ->> 'sheetId') || ':' || (cited ->> 'rowId') FROM json_array_elements(opened::json -> 'rows') AS cited)
WHERE opened IS NOT NULL;
