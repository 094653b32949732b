-- How long a grant lasts, what it allows, and why it ended.
alter table connections.tokens
    add column refresh_expires_at timestamptz,
    add column hard_expires_at    timestamptz,
    add column scopes             text,
    add column problem            text;

-- Sign-ins that were begun; the state itself is known only to the browser.
create table connections.authorizations (
    state_hash   bytea primary key,
    vendor       text not null check (vendor in ('smartsheet', 'quickbooks')),
    redirect_uri text not null,
    scopes       text not null,
    expires_at   timestamptz not null
);

-- What a vendor holds against a connection, until a call succeeds again.
create table connections.problems (
    connection text not null,
    code       text not null,
    words      text not null,
    since      timestamptz not null,
    last_at    timestamptz not null,
    primary key (connection, code)
);

do $$
declare
    service text;
begin
    foreach service in array array['tieout_ingest', 'tieout_writeback'] loop
        if exists (select 1 from pg_roles where rolname = service) then
            execute format(
                'grant select, insert, update, delete on connections.authorizations, '
                || 'connections.problems to %I',
                service);
        end if;
    end loop;
end
$$;
