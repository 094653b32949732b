-- A row that was named and did not show among the changed ones is asked for by name: it may be deleted.
ALTER TABLE due_rows ADD COLUMN by_name boolean NOT NULL DEFAULT false;
