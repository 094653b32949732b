-- People paste anything into a project's cell, while an entry of an index has at most 2,704 bytes:
-- what is longer than any name is looked up by its beginning.
DROP INDEX sheet_rows_project;
CREATE INDEX sheet_rows_project ON sheet_rows (realm, left(project, 200)) WHERE project IS NOT NULL;
DROP INDEX billed_rows_project;
CREATE INDEX billed_rows_project ON billed_rows (realm, left(project, 200));
