-- A purchase order that is numbered anew changes what its bills are compared by.
CREATE INDEX documents_by_order ON documents (realm, order_id) WHERE order_id IS NOT NULL;
