-- Timesheet rows are found by their project.
CREATE INDEX sheet_rows_timesheets ON sheet_rows (realm, project_key) WHERE role = 'TIMESHEETS';
