import { fromGlobalId } from '#graphql';
import { queryAsSuperuser } from './cluster.js';

/** A unit holds the first place of a need, as if it had claimed it. */
export async function standClaim(
  { name: database }: { name: string },
  { need, unit }: { need: string; unit: string },
): Promise<void> {
  const [needId, unitId] = [fromGlobalId('Need', need), fromGlobalId('Unit', unit)];
  await queryAsSuperuser(
    `INSERT INTO claim (region_id, id, need_id, network_id, unit_id, way, state, place, accepted_at, updated_at, version)
       SELECT region_id, gen_random_uuid(), id, network_id, '${unitId}', 'TAKEN', 'ACCEPTED', 1, updated_at, updated_at, 1
       FROM need WHERE id = '${needId}';
     UPDATE need SET state = 'CLAIMED', claimed_at = updated_at WHERE id = '${needId}';
     UPDATE need_contact SET reader_unit_ids = ARRAY['${unitId}'::uuid] WHERE id = '${needId}'`,
    database,
  );
}
