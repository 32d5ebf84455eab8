/**
 * The version of what core and service say to each other. A test fingerprints the schemas: whoever changes one
 * takes the next number here and adds a line.
 *
 * 1 — commands, feed, snapshot, live, presence, session, blobs
 */
export const WIRE_VERSION = 1

/** The oldest desk the service still answers. */
export const OLDEST_CLIENT_SERVED = 1

/** Headers that every reply of the service carries, besides the scope epochs in session and feed. */
export const WIRE_HEADERS = {
  serverId: 'x-rathaus-server',
  datasetEpoch: 'x-rathaus-dataset-epoch',
  wireVersion: 'x-rathaus-wire',
  oldestClient: 'x-rathaus-oldest-client',
} as const

/** Header by which a desk says which wire version it speaks. */
export const CLIENT_WIRE_HEADER = 'x-rathaus-client-wire'
