import type { Guards } from '../commands/context.ts'

/** What only the service can refuse: a certificate is a letter, and without a typesetter there are none. */
export const guardsFor = (hasTypesetter: boolean): ReadonlyMap<string, Guards> =>
  hasTypesetter ? new Map() : new Map([['applications.certify', async () => ({ code: 'letters/no-typesetter' as const })]])
