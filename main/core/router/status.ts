import { implement } from '@orpc/server'
import { coreContract } from '../../../shared/contract/contract.ts'
import { Json } from '../../../shared/json.ts'
import { followsPerson, preferenceId } from '../../../shared/domains/staff/preference-commands.ts'
import { getMeta, setMeta } from '../cache/meta.ts'
import { getEffective } from '../cache/rows.ts'
import { transact } from '../cache/turn.ts'
import type { Desk } from '../desk.ts'
import { follow, followJoined } from '../observable.ts'
import { waitReally } from '../sync/backoff.ts'
import { joinChanges } from '../sync/changed.ts'
import { shownDesk } from './guard.ts'

const REST_MS = 150
const NEVER = new AbortController().signal

export function statusRouter(desk: Desk) {
  const os = implement(coreContract.status)
  return {
    watch: os.watch.handler(async function* ({ signal }) {
      yield* follow(desk.status, signal)
    }),
    changes: os.changes.handler(async function* ({ signal }) {
      for await (const changed of followJoined(desk.changes, joinChanges, signal)) {
        yield changed
        // The first is told at once; while thousands of rows come in, screens read anew a few times a second and not with each of them.
        await waitReally(REST_MS, signal ?? NEVER)
      }
    }),
    inHand: os.inHand.handler(() => shownDesk(desk).inHand()),
    pending: os.pending.handler(() => ({ commands: [...shownDesk(desk).sync.pending()] })),
    attention: os.attention.handler(() => ({ items: [...shownDesk(desk).sync.attention()] })),
    settle: os.settle.handler(({ input }) => {
      const open = desk.shown()
      if (!open.ok) return open
      const settled = open.value.sync.settle(input.id, input.how)
      return settled.ok ? { ok: true as const, value: {} } : settled
    }),
  }
}

const PREFERENCE = 'preference/'

export function preferencesRouter(desk: Desk, languages: readonly ('de' | 'en')[]) {
  const os = implement(coreContract.preferences)
  return {
    languages: os.languages.handler(() => ({ languages: [...languages] })),
    get: os.get.handler(({ input: { key } }) => {
      const open = shownDesk(desk)
      const own = followsPerson(key) ? getEffective(open.cache.db, 'preferences', preferenceId(open.sync.actor.value.personId, key)) : undefined
      if (own) return { value: own.value }
      const text = getMeta(open.cache.db, PREFERENCE + key)
      return { value: text === undefined ? null : Json.parse(JSON.parse(text)) }
    }),
    set: os.set.handler(({ input: { key, value } }) => {
      const { cache: { db }, sync } = shownDesk(desk)
      const isKept = followsPerson(key) && sync.submit('preferences.set', { accountId: sync.actor.value.accountId, key, value }).ok
      // What cannot follow the person, or not any more, stays at least here.
      if (!isKept) transact(db, () => setMeta(db, PREFERENCE + key, JSON.stringify(value)))
      return {}
    }),
  }
}
