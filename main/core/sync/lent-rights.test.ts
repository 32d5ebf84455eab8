import { expect, test } from 'vitest'
import { anActor } from '../../../shared/domains/staff/testing.ts'
import { PersonId } from '../../../shared/ids.ts'
import { instantFromMs } from '../../../shared/time.ts'
import { watchLentRights } from './lent-rights.ts'
import { takeLess } from './sessions.ts'
import { keepStanding, readStanding } from './standing.ts'
import { aDesk } from './testing.ts'

const ENDS_MS = Date.UTC(2026, 10, 22, 8)
const LENDER = PersonId.parse('0192a000-0000-7000-8000-0000000000a9')

test('rights whose end the disk cannot take in are looked at again, and end then', async () => {
  const actor = anActor('clerk', '1')
  const { cache: { db }, parts, remove } = aDesk(actor)
  const lent = actor.grants.map(grant => ({ ...grant, viaPersonId: LENDER, viaName: 'Anna' }))
  keepStanding(db, {
    townId: actor.townId, townName: 'Tangerhütte', accountId: actor.accountId, personId: actor.personId, name: actor.name, grants: lent,
    lent: [{ personId: LENDER, until: instantFromMs(ENDS_MS) }], scopes: [], head: 1, now: instantFromMs(ENDS_MS), recoveryKey: `${'A'.repeat(43)}=`, demo: false,
  })
  const naps: (() => void)[] = []
  db.pragma('query_only = 1')
  const watching = watchLentRights({
    db, clock: { nowMs: () => ENDS_MS + 1 }, onEnded: standing => void takeLess(db, parts, standing),
    wait: (_, signal) => new Promise(resolve => {
      naps.push(resolve)
      signal.addEventListener('abort', () => resolve())
    }),
  })
  expect([naps.length, readStanding(db)?.grants.length]).toEqual([1, 1])
  db.pragma('query_only = 0')
  naps[0]?.()
  await expect.poll(() => naps.length).toBe(2)
  expect(readStanding(db)?.grants).toEqual([])
  await watching.stop()
  remove()
})
