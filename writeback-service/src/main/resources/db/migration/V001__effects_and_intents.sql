-- Every effect that was released with a good receipt. One row per effect and for ever: what is here never starts again.
CREATE TABLE effects (
    id             bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    connection     text        NOT NULL,
    proposal_id    uuid        NOT NULL,
    revision       int         NOT NULL CHECK (revision > 0),
    effect_id      text        NOT NULL,
    type           text        NOT NULL,
    lane_kind      text        NOT NULL CHECK (lane_kind IN ('realm', 'sheet', 'mailbox')),
    lane_key       text        NOT NULL,
    release        text        NOT NULL,
    event_id       uuid        NOT NULL,
    correlation_id text        NOT NULL,
    status         text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DONE', 'FAILED', 'REFUSED', 'UNKNOWN')),
    message        text,
    apart          boolean     NOT NULL DEFAULT false,
    accepted_at    timestamptz NOT NULL,
    ended_at       timestamptz,
    UNIQUE (connection, proposal_id, revision, effect_id),
    CHECK ((status = 'OPEN') = (ended_at IS NULL))
);
CREATE INDEX effects_open ON effects (lane_kind, lane_key, id) WHERE status = 'OPEN';

-- A call to a vendor, committed before it is made. Its request is sent exactly so, however often.
CREATE TABLE intents (
    id          uuid        PRIMARY KEY,
    kind        text        NOT NULL,
    lane_kind   text        NOT NULL,
    lane_key    text        NOT NULL,
    status      text        NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DONE', 'FAILED', 'REFUSED', 'UNKNOWN')),
    request     text        NOT NULL,
    request_id  text        NOT NULL,
    batch_id    text,
    attempts    int         NOT NULL DEFAULT 1 CHECK (attempts > 0),
    last_error  text,
    created_at  timestamptz NOT NULL,
    sent_at     timestamptz NOT NULL,
    answered_at timestamptz,
    CHECK (answered_at IS NOT NULL OR status = 'OPEN')
);
CREATE INDEX intents_of_lane ON intents (lane_kind, lane_key, created_at) WHERE status = 'OPEN';
CREATE INDEX intents_newest ON intents (created_at);
-- Two calls with one request id would be one to QuickBooks.
CREATE UNIQUE INDEX intents_request_open ON intents (lane_kind, lane_key, request_id) WHERE status = 'OPEN';

-- What a call is made of: an effect, or one row of an effect that writes several.
CREATE TABLE intent_items (
    intent_id  uuid   NOT NULL REFERENCES intents,
    position   int    NOT NULL CHECK (position >= 0),
    effect     bigint NOT NULL REFERENCES effects,
    part       text   NOT NULL,
    b_id       text,
    status     text   NOT NULL DEFAULT 'OPEN' CHECK (status IN ('OPEN', 'DONE', 'FAILED', 'REFUSED', 'UNKNOWN', 'FREED')),
    result     text,
    error_code text,
    message    text,
    PRIMARY KEY (intent_id, position)
);
-- The heart of it: a part of an effect is in one call at most, unless that call is known to have done nothing.
CREATE UNIQUE INDEX intent_items_once ON intent_items (effect, part) WHERE status <> 'FREED';

-- Releases that were not accepted, for whoever has to find out why.
CREATE TABLE refused_releases (
    event_id    uuid        PRIMARY KEY,
    proposal_id uuid        NOT NULL,
    revision    int         NOT NULL,
    effect_id   text        NOT NULL,
    reason      text        NOT NULL,
    message     text        NOT NULL,
    release     text        NOT NULL,
    refused_at  timestamptz NOT NULL
);
