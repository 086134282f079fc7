import { startTestCluster } from './cluster.js';

/** Runs once, before jest starts its workers. */
export default startTestCluster;
