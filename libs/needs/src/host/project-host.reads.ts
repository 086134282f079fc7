import { UNIT_READS } from '#network';
import { readsOf } from '#reads';
import { ProjectHost } from './project-host.entity.js';

export const PROJECT_HOST_READS = readsOf(ProjectHost, 'ProjectHost', (host) => ({
  unit: host.row(UNIT_READS, { id: 'unitId' }),
}));
