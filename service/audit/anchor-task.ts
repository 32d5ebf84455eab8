import type { Kysely } from 'kysely'
import { sha256Hex } from '../../shared/canonical.ts'
import type { TownId } from '../../shared/ids.ts'
import type { Instant } from '../../shared/time.ts'
import { enqueue, type NewJob } from '../delivery/jobs.ts'
import type { Task } from '../maintenance/tasks.ts'
import type { Schema } from '../store/schema.ts'
import { keepAnchor, keptAnchors } from './anchor-folder.ts'
import { checkAnchor, makeAnchor, speaksAgainst, type Anchor } from './anchors.ts'
import type { AuditSettings } from './audit-settings.ts'

/** Nothing where anchors go nowhere. */
export const anchorTasks = (settings: AuditSettings): readonly Task[] =>
  settings.auditAnchorDir === null && settings.auditAnchorMail.length === 0 ? [] : [anchorTask(settings)]

/** A folder on the network that hangs keeps the other tasks waiting no longer than this, for each step. */
const FOLDER_ANSWERS_MS = 60_000

/**
 * Takes the head of the log out of the house every night, and compares the log with all heads that lie in the folder:
 * `anchored 1234`, or `tampered 1200` with the count of the newest that does not fit, ` failed 1` behind it where steps failed beside that.
 * Each step is by itself: a folder that cannot be written stops no e-mail and hides no log that was rewritten.
 */
const anchorTask = ({ auditAnchorDir, auditAnchorMail }: AuditSettings): Task => ({
  name: 'anchor', everyHours: 24, isNightly: true,
  run: async (db, townId, now) => {
    const anchor = await makeAnchor(db, townId, now)
    await db.transaction().execute(trx => enqueue(trx, townId, auditAnchorMail.map(address => mailOf(anchor, address)), now))
    if (auditAnchorDir === null) return `anchored ${anchor.entries}`
    const [compared, kept] = [await settled(firstAgainst(db, townId, auditAnchorDir)), await settled(inTime(keepAnchor(auditAnchorDir, anchor)))]
    const failed = [compared, kept].flatMap(step => (step.status === 'rejected' ? [step] : []))
    const against = compared.status === 'fulfilled' ? compared.value : undefined
    if (against !== undefined) return `tampered ${against}${failed.length > 0 ? ` failed ${failed.length}` : ''}`
    const [first] = failed
    if (first) throw first.reason
    return `anchored ${anchor.entries}`
  },
})

const settled = async <Value>(step: Promise<Value>): Promise<PromiseSettledResult<Value>> => (await Promise.allSettled([step]))[0]

async function inTime<Value>(asked: Promise<Value>): Promise<Value> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error('the folder of anchors does not answer')), FOLDER_ANSWERS_MS)
  try {
    return await Promise.race([asked, promise])
  } finally {
    clearTimeout(timer)
  }
}

async function firstAgainst(db: Kysely<Schema>, townId: TownId, folder: string): Promise<number | undefined> {
  for (const text of await inTime(keptAnchors(folder, townId))) {
    const check = await checkAnchor(db, townId, text)
    if (speaksAgainst(check)) return check.entries ?? 0
  }
  return undefined
}

/** Names an address in a job without saying it. */
export const namedAddress = (address: string): string => sha256Hex(address).slice(0, 16)

const mailOf = ({ entries, hash, at, jws }: Anchor, address: string): NewJob => ({
  kind: 'audit-anchor', key: `audit-anchor/${at}/${namedAddress(address)}`, payload: { entries, hash, at, jws, address: namedAddress(address) }, personId: null,
})

/** When the head was taken last and how many entries it had, out of what the task said. */
export function anchoredBy(outcome: string | null, endedAt: Instant): { readonly at: Instant; readonly entries: number } | null {
  const [, entries] = /^anchored (\d+)$/.exec(outcome ?? '') ?? []
  return entries === undefined ? null : { at: endedAt, entries: Number(entries) }
}
