CREATE TABLE inbox (
    event_id uuid PRIMARY KEY,
    seen_at  timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE outbox (
    id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic       text        NOT NULL,
    record_key  text        NOT NULL,
    event       text        NOT NULL,
    appended_at timestamptz NOT NULL DEFAULT now(),
    attempts    int         NOT NULL DEFAULT 0,
    last_error  text,
    sent_at     timestamptz
);
CREATE INDEX outbox_unsent ON outbox (id) WHERE sent_at IS NULL;
CREATE INDEX outbox_sent ON outbox (sent_at) WHERE sent_at IS NOT NULL;

CREATE TABLE lanes (
    kind         text        NOT NULL,
    lane_key     text        NOT NULL,
    due_at       timestamptz,
    paused_until timestamptz,
    pause_reason text,
    fence        bigint      NOT NULL DEFAULT 0,
    leased_by    text,
    leased_until timestamptz,
    failures     int         NOT NULL DEFAULT 0,
    last_error   text,
    PRIMARY KEY (kind, lane_key)
);
CREATE INDEX lanes_due ON lanes (due_at) WHERE due_at IS NOT NULL;
