-- Takes what a call costs from every limit, or nothing. Start-time fair queueing: among those who wait, the one that has had
-- least goes first. What is not urgent counts ten times what it takes, so that urgent ones go before it nearly always, and it
-- goes on nevertheless. Who comes back after a rest has no credit for it.
create or replace function connections.take(
    p_connection text, p_flow text, p_urgent boolean, p_holder uuid, p_now timestamptz, p_grace interval,
    p_buckets text[], p_sizes int[], p_weights int[], p_windows interval[], p_held_until timestamptz[])
returns table (missing text, ready_at timestamptz)
language plpgsql as $$
declare
    i int;
    mine double precision;
    total int := 0;
    common double precision;
    free int[];
    picked text[] := '{}';
begin
    select 'paused', p.paused_until into missing, ready_at
      from connections.pauses p where p.connection = p_connection and p.paused_until > p_now;
    if found then
        return next;
        return;
    end if;

    for i in 1 .. array_length(p_buckets, 1) loop
        select array_agg(s.slot) into free from (
            select c.slot from connections.slots c
             where c.connection = p_connection and c.bucket = p_buckets[i] and c.slot <= p_sizes[i] and c.free_at <= p_now
             order by c.free_at, c.slot limit p_weights[i] for update skip locked) s;
        if coalesce(array_length(free, 1), 0) < p_weights[i] then
            missing := p_buckets[i];
            select c.free_at into ready_at from connections.slots c
             where c.connection = p_connection and c.bucket = p_buckets[i] and c.slot <= p_sizes[i]
             order by c.free_at offset p_weights[i] - 1 limit 1;
            ready_at := greatest(p_now, least(ready_at, p_now + p_windows[i]));
            insert into connections.flows as f (connection, flow, urgent, had, waits_from, waits_until)
            values (p_connection, p_flow, p_urgent, 0, ready_at, ready_at + p_grace)
            on conflict (connection, flow)
            do update set urgent = excluded.urgent, waits_from = excluded.waits_from, waits_until = excluded.waits_until;
            return next;
            return;
        end if;
        picked[i] := array_to_string(free, ',');
        total := greatest(total, p_weights[i]);
    end loop;

    insert into connections.flows (connection, flow, urgent, had) values (p_connection, '', false, 0), (p_connection, p_flow, p_urgent, 0)
    on conflict do nothing;
    select f.had into common from connections.flows f where f.connection = p_connection and f.flow = '' for update;
    select greatest(f.had, common) into mine from connections.flows f where f.connection = p_connection and f.flow = p_flow;
    if exists (
        select 1 from connections.flows f
         where f.connection = p_connection and f.flow not in ('', p_flow) and f.waits_from <= p_now and f.waits_until > p_now
           and (greatest(f.had, common) < mine or (greatest(f.had, common) = mine and f.urgent and not p_urgent)))
    then
        update connections.flows f set urgent = p_urgent, waits_from = p_now, waits_until = p_now + p_grace
         where f.connection = p_connection and f.flow = p_flow;
        missing := 'turn';
        ready_at := p_now;
        return next;
        return;
    end if;

    for i in 1 .. array_length(p_buckets, 1) loop
        update connections.slots c set holder = p_holder, free_at = p_held_until[i]
         where c.connection = p_connection and c.bucket = p_buckets[i] and c.slot = any (string_to_array(picked[i], ',')::int[]);
    end loop;
    update connections.flows f set had = mine where f.connection = p_connection and f.flow = '';
    update connections.flows f set had = mine + total * case when p_urgent then 1 else 10 end, urgent = p_urgent, waits_from = p_now, waits_until = p_now + p_grace
     where f.connection = p_connection and f.flow = p_flow;
end
$$;
