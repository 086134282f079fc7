/** Rows that contradict each other, found without the model; $1 is the present. */
export const FAULTS = `
  SELECT 'overlap' AS fault, a.id FROM occupancy a JOIN occupancy b ON a.offer_id = b.offer_id AND a.id <> b.id
    WHERE a.starts_at < b.kept_until AND b.starts_at < a.kept_until
  UNION ALL SELECT 'taken without a booking', t.id FROM occupancy t
    WHERE NOT EXISTS (SELECT FROM booking b WHERE b.id = t.id AND b.state = 'CONFIRMED'
      AND b.starts_at = t.starts_at AND b.ends_at = t.ends_at)
  UNION ALL SELECT 'confirmed without its time', b.id FROM booking b
    WHERE b.state = 'CONFIRMED' AND NOT EXISTS (SELECT FROM occupancy t WHERE t.id = b.id)
      AND NOT EXISTS (SELECT FROM pool_share s WHERE s.booking_id = b.id)
  UNION ALL SELECT 'a share without a booking', s.id FROM pool_share s JOIN booking b ON b.id = s.booking_id
    WHERE b.state <> 'CONFIRMED' OR b.amount IS NULL OR s.starts_at < b.starts_at
  UNION ALL SELECT 'shares that are not the amount', s.id FROM pool_share s JOIN booking b ON b.id = s.booking_id
    WHERE b.amount <> (SELECT sum(o.high - o.low) FROM pool_share o
      WHERE o.booking_id = b.id AND o.starts_at <= s.starts_at AND s.starts_at < o.kept_until)
  UNION ALL SELECT 'more than there is', s.id FROM pool_share s JOIN booking b ON b.id = s.booking_id JOIN offer p ON p.id = s.offer_id
    WHERE s.starts_at >= $1 AND NOT b.over_committed AND coalesce(p.max_load_kw, p.quantity) < (SELECT sum(o.high - o.low)
      FROM pool_share o WHERE o.offer_id = s.offer_id AND o.starts_at <= s.starts_at AND s.starts_at < o.kept_until)
  UNION ALL SELECT 'shares shown where the offer is not', s.id FROM pool_share s JOIN offer o ON o.id = s.offer_id
    WHERE s.network_ids <> o.network_ids
  UNION ALL SELECT 'busy shown where the offer is not', t.id FROM occupancy t JOIN offer o ON o.id = t.offer_id
    WHERE t.network_ids <> o.network_ids
  UNION ALL SELECT 'notes shown where the offer is not', i.id FROM offer_internal i JOIN offer o ON o.id = i.id
    WHERE i.network_ids <> o.network_ids
  UNION ALL SELECT 'published otherwise than it says', o.id FROM offer o
    WHERE (SELECT coalesce(array_agg(p.network_id ORDER BY p.network_id), '{}') FROM offer_publication p
      WHERE p.offer_id = o.id AND p.withdrawn_at IS NULL) <> ARRAY(SELECT unnest(o.network_ids) ORDER BY 1)
  UNION ALL SELECT 'open where the offer is not shown', b.id FROM booking b JOIN offer o ON o.id = b.offer_id
    WHERE b.state IN ('REQUESTED', 'AWAITING_OWNER') AND b.network_id <> ALL (o.network_ids)
  UNION ALL SELECT 'contact shared too early or too late', c.id FROM booking_contact c JOIN booking b ON b.id = c.booking_id
    WHERE c.shared <> (b.state IN ('CONFIRMED', 'CANCELLED'))
  UNION ALL SELECT 'a contact is missing', b.id FROM booking b
    WHERE b.state = 'CONFIRMED' AND b.owner_unit_id <> b.requester_unit_id
      AND (SELECT count(*) FROM booking_contact c WHERE c.booking_id = b.id AND c.shared) <> 2
  UNION ALL SELECT 'published by a unit that does not belong', o.id FROM offer o
    JOIN membership m ON m.unit_id = o.unit_id AND m.network_id = ANY (o.network_ids) WHERE m.state <> 'ACTIVE'
  UNION ALL SELECT 'ahead through a network that one side has left', b.id FROM booking b
    JOIN membership m ON m.network_id = b.network_id AND m.unit_id IN (b.owner_unit_id, b.requester_unit_id)
    WHERE m.state <> 'ACTIVE' AND b.starts_at > $1 AND b.state IN ('REQUESTED', 'AWAITING_OWNER', 'CONFIRMED')`;
