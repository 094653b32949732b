-- The name by which lines of both books belong to one project: the books say `Customer:Project`.
CREATE FUNCTION project_key(project text) RETURNS text
    LANGUAGE sql IMMUTABLE PARALLEL SAFE
    RETURN lower(btrim(regexp_replace(project, '^.*:', '')));

CREATE INDEX standings_by_project_key ON standings (realm, project_key(project));
