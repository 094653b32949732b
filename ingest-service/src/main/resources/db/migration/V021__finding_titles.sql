-- What a resolved finding was called, and since when it is open: what it says may change meanwhile.

ALTER TABLE findings
    ADD COLUMN title     text,
    ADD COLUMN opened_ms bigint;

UPDATE findings SET opened_ms = changed_ms;
ALTER TABLE findings ALTER COLUMN opened_ms SET NOT NULL;
