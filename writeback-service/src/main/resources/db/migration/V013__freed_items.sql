-- What came of earlier calls for an effect that came back with nothing done.
CREATE INDEX intent_items_freed ON intent_items (effect) WHERE status = 'FREED';
