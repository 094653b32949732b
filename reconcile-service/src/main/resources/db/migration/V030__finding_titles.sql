-- What a resolved finding was called: compaction takes away the event that said so.

ALTER TABLE book_findings ADD COLUMN title text;
