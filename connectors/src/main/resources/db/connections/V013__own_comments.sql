-- Comments that our own calls made: they are no news about the rows that they stand on.
create table connections.own_comments (
    sheet_id   text not null,
    comment_id text not null,
    primary key (sheet_id, comment_id)
);

do $$
declare
    service text;
begin
    foreach service in array array['tieout_ingest', 'tieout_writeback'] loop
        if exists (select 1 from pg_roles where rolname = service) then
            execute format('grant select, insert, update, delete on connections.own_comments to %I', service);
        end if;
    end loop;
end
$$;
