-- Tokens and quotas of the vendors' connections, shared by ingest and writeback.

create table connections.tokens (
    connection    text primary key check (length(connection) between 1 and 120),
    vendor        text not null check (vendor in ('smartsheet', 'quickbooks')),
    -- AES-GCM envelopes; the key is not in this database
    access_token  bytea,
    refresh_token bytea,
    -- null: does not expire
    expires_at    timestamptz,
    rotated_at    timestamptz not null,
    state         text not null check (state in ('CONNECTED', 'NEEDS_REAUTH')),
    state_since   timestamptz not null,
    -- SHA-256 of the configured first token: a changed one replaces what is stored
    seed_hash     bytea,
    check (access_token is not null or refresh_token is not null)
);

-- Token buckets; the state belongs to bucket4j.
create table connections.buckets (
    id    text primary key,
    state bytea
);

-- Until when nobody calls, because the vendor said so.
create table connections.pauses (
    connection   text primary key,
    paused_until timestamptz not null
);

-- Places for calls under way at once; a place whose holder died is free when it expires.
create table connections.places (
    connection text not null,
    slot       integer not null check (slot between 1 and 100),
    holder     uuid,
    expires_at timestamptz not null,
    primary key (connection, slot)
);

-- Reads that QuickBooks bills, per calendar month (UTC).
create table connections.metered_calls (
    connection text not null,
    month      date not null check (extract(day from month) = 1),
    calls      bigint not null check (calls >= 0),
    primary key (connection, month)
);

do $$
declare
    service text;
begin
    foreach service in array array['tieout_ingest', 'tieout_writeback'] loop
        if exists (select 1 from pg_roles where rolname = service) then
            execute format('grant usage on schema connections to %I', service);
            execute format(
                'grant select, insert, update on connections.tokens, connections.buckets, '
                || 'connections.pauses, connections.places, connections.metered_calls to %I',
                service);
            execute format('grant delete on connections.buckets to %I', service);
        end if;
    end loop;
end
$$;
