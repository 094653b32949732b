-- Documents of every kind that Tieout posted: what was sent, what QuickBooks stored before anybody
-- touched it, and what it says now. Facts by label; what was known of invoices is taken over.
CREATE TABLE posted_documents (
    realm       text NOT NULL,
    entity_type text NOT NULL,
    document_id text NOT NULL,
    proposal_id uuid NOT NULL,
    reference   text,
    sent        text,
    stored      text,
    seen        text,
    PRIMARY KEY (realm, entity_type, document_id)
);

CREATE FUNCTION posted_facts(old jsonb) RETURNS text LANGUAGE sql IMMUTABLE AS $$
    SELECT CASE WHEN old IS NULL THEN NULL ELSE jsonb_strip_nulls(jsonb_build_object(
        'number', old -> 'number',
        'head', jsonb_build_object(
            'customer', jsonb_build_object('value', COALESCE(old ->> 'customerId', '')),
            'date', jsonb_build_object('value', old ->> 'date'),
            'total', jsonb_build_object('value',
                COALESCE((old #>> '{total,amount}') || ' ' || (old #>> '{total,currency}'), ''))),
        'lines', COALESCE((
            SELECT jsonb_agg(jsonb_build_object(
                'amount', jsonb_build_object('value',
                    (line #>> '{amount,amount}') || ' ' || (line #>> '{amount,currency}')),
                'description', jsonb_build_object('value', COALESCE(line ->> 'description', ''))))
            FROM jsonb_array_elements(old -> 'lines') AS line), '[]'::jsonb)))::text END
$$;

INSERT INTO posted_documents (realm, entity_type, document_id, proposal_id, reference, sent, seen)
SELECT realm, 'Invoice', invoice_id, proposal_id, reference,
       posted_facts(posted::jsonb), posted_facts(seen::jsonb)
FROM posted_invoices;

DROP FUNCTION posted_facts(jsonb);
DROP TABLE posted_invoices;
