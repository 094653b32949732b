-- People paste anything into a project's cell, while an entry of an index has at most 2,704 bytes:
-- what is longer than any name is looked up by its beginning.
DROP INDEX sheet_rows_project;
CREATE INDEX sheet_rows_project ON sheet_rows (realm, left(project_key, 200)) WHERE role = 'PROJECTS';
DROP INDEX sheet_rows_timesheets;
CREATE INDEX sheet_rows_timesheets ON sheet_rows (realm, left(project_key, 200)) WHERE role = 'TIMESHEETS';
DROP INDEX row_groups_project;
CREATE INDEX row_groups_project ON row_groups (realm, left(project_key, 200)) WHERE project_key IS NOT NULL;
DROP INDEX claims_project;
CREATE INDEX claims_project ON claims (left(project_key, 200)) WHERE project_key IS NOT NULL AND state <> 'FREED';
