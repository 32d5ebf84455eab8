import type { Transaction } from 'kysely'
import { isDelivery, MOST_FACTS, type FactOf, type NoticeFact } from '../../../../shared/domains/notices/clock/facts.ts'
import { knownFacts } from '../../../../shared/domains/notices/clock/known-facts.ts'
import type { Notice } from '../../../../shared/domains/notices/tables.ts'
import { derivedUuid, type NoticeId, type TownId } from '../../../../shared/ids.ts'
import type { Instant } from '../../../../shared/time.ts'
import type { Completion } from '../../../commands/context.ts'
import type { Schema } from '../../../store/schema.ts'
import { loadRunRows } from '../run-rows.ts'

/**
 * These notices as they are to be written, and those that they replace by having been posted, provided or handed over: each
 * with the entry that says so, once. In the transaction in which the delivery is written, which locks the replaced ones.
 */
export async function withReplaced(trx: Transaction<Schema>, townId: TownId, now: Instant, changed: readonly Notice[]): Promise<readonly Notice[]> {
  const following = changed.filter(notice => notice.replaces !== null && delivery(notice) !== undefined)
  if (following.length === 0) return changed
  const all = new Map(changed.map(notice => [notice.id, notice]))
  const others = following.flatMap(({ replaces }) => (replaces && !all.has(replaces) ? [replaces] : []))
  const rows = await loadRunRows(trx, townId, { notices: others }, true)
  for (const notice of following) {
    let before = notice.replaces && (all.get(notice.replaces) ?? rows.notice(notice.replaces))
    while (before) {
      all.set(before.id, { ...before, facts: withEntry(before, notice, now) })
      // One that never left has replaced nothing: what it was to stand for is replaced now.
      before = delivery(before) === undefined && before.replaces ? (all.get(before.replaces) ?? (await loadRunRows(trx, townId, { notices: [before.replaces] }, true)).notice(before.replaces)) : null
    }
  }
  return [...all.values()]
}

/** Where no entry has room the new notice still names the old one: one full notice must not keep all others waiting. */
function withEntry({ id, facts }: Notice, by: Notice, now: Instant): NoticeFact[] {
  const isThere = facts.some(fact => fact.id === factIdOf(id, by.id))
  return isThere || facts.length >= MOST_FACTS ? facts : [...facts, entryOf(id, by, now)]
}

const delivery = ({ facts }: Pick<Notice, 'facts'>) => knownFacts(facts).facts.find(isDelivery)

const factIdOf = (replaced: NoticeId, by: NoticeId): string => derivedUuid(`notices/replaced/${replaced}`, by)

function entryOf(replaced: NoticeId, by: Notice, now: Instant): FactOf<'replaced'> {
  const day = delivery(by)?.day
  if (day === undefined) throw new Error('a notice replaces another before it was delivered')
  return { id: factIdOf(replaced, by.id), kind: 'replaced', day, at: now, byPersonId: null, byName: '', note: by.content.replaced?.reason ?? '', byNoticeId: by.id }
}

/** The same for commands of people that say that a notice was delivered. */
export const completeReplaced: Completion = async (trx, { changes, moment: { actor, now } }) => {
  const notices = changes.flatMap(change => (change.table === 'notices' ? [change.row] : []))
  const others = changes.filter(({ table }) => table !== 'notices')
  return [...others, ...(await withReplaced(trx, actor.townId, now, notices)).map(row => ({ table: 'notices', row }) as const)]
}
