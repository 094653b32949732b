-- People paste anything into a project's cell, while an entry of an index has at most 2,704 bytes:
-- what is longer than any name is looked up by its beginning.
DROP INDEX source_rows_by_project;
CREATE INDEX source_rows_by_project ON source_rows (left(lower(project), 200)) WHERE project IS NOT NULL;
DROP INDEX proposals_by_project;
CREATE INDEX proposals_by_project ON proposals (left(lower(project), 200)) WHERE project IS NOT NULL;
