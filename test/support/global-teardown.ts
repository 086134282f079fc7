import { stopTestCluster } from './cluster.js';

/** Runs once, after the last test. */
export default stopTestCluster;
