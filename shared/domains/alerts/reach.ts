import { contentHash } from '../../canonical.ts'
import type { Content } from './content.ts'

/**
 * Whether a later message reaches everybody who got the one before: by each of its ways, in each of its places. Who was warned
 * has to hear that it is over, also where the warning was wrong; who was not may hear it as well.
 */
export function reachesAllOf({ channels, areas }: Pick<Content, 'channels' | 'areas'>, before: Pick<Content, 'channels' | 'areas'> | undefined): boolean {
  if (!before) return true
  const named = new Set(areas.map(contentHash))
  return before.channels.every(channel => channels.includes(channel)) && before.areas.every(area => named.has(contentHash(area)))
}
