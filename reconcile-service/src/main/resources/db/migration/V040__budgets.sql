-- By which a row of costs, hours or budget belongs to a project; absent for other rows and for those that name none.
ALTER TABLE sheet_rows ADD COLUMN project text;
UPDATE sheet_rows SET project = project_key(CAST(observed AS jsonb) #>> '{fields,project}')
WHERE CASE WHEN gone OR position('\u0000' in observed) > 0 THEN false
           ELSE CAST(observed AS jsonb) ->> 'role' IN ('COSTS', 'TIMESHEETS') END;
CREATE INDEX sheet_rows_by_project ON sheet_rows (realm, left(project, 200));
CREATE INDEX document_lines_by_customer ON document_lines (realm, customer_id);
