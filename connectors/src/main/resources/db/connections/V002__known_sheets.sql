-- What is known of sheets without asking again, shared by ingest, which reads them, and writeback, which writes them.

-- Versions of sheets that our own writes made.
create table connections.own_versions (
    sheet_id   text not null,
    version    bigint not null,
    written_at timestamptz not null,
    primary key (sheet_id, version)
);
create index own_versions_written_at on connections.own_versions (written_at);

-- Until when nothing can have happened to a sheet that ingest does not know of.
create table connections.known_sheets (
    sheet_id text primary key,
    as_of    timestamptz not null
);

-- The sheet's version that a row was published with last, and whether somebody has touched the row since.
create table connections.known_rows (
    sheet_id text not null,
    row_id   text not null,
    version  bigint not null,
    touched  boolean not null,
    primary key (sheet_id, row_id)
);

do $$
declare
    service text;
begin
    foreach service in array array['tieout_ingest', 'tieout_writeback'] loop
        if exists (select 1 from pg_roles where rolname = service) then
            execute format(
                'grant select, insert, update, delete on connections.own_versions, connections.known_sheets, '
                || 'connections.known_rows to %I',
                service);
        end if;
    end loop;
end
$$;
