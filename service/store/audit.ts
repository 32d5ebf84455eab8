import { createHash } from 'node:crypto'
import { sql, type Kysely } from 'kysely'
import type { TownId } from '../../shared/ids.ts'
import type { Schema } from './schema.ts'

/** Small enough that others are served in between. */
const PAGE = 1_000

const sha256Hex = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The first entry that is not what was written, or how many are. */
export type AuditVerdict =
  | { readonly kind: 'intact'; readonly entries: number; readonly hash: string }
  | { readonly kind: 'tampered'; readonly auditPosition: number }

interface Link {
  readonly audit_position: number
  readonly position: number
  readonly entry: string
  readonly hash: string
}

/** What is hashed into the chain; the statement of commit.ts says the same in SQL. */
const chainText = (previous: string, link: Link): string =>
  [previous, link.audit_position, link.position, link.entry].join('\n')

/** Told now and then how far it is; waited for. */
export type VerifyProgress = (done: number, of: number) => Promise<void>

interface Head {
  readonly entries: number
  readonly hash: string
  /** Of the last entry that there is; more than `entries` where some were added beside the head. */
  readonly last: number
}

/**
 * Recomputes a town's whole chain up to its head as it stands now. Entries are only ever added, so no transaction has to be
 * held meanwhile, however many there are. Whoever can rewrite chain and head alike is found only by comparing with a copy
 * kept elsewhere: an anchor.
 */
export async function verifyAudit(db: Kysely<Schema>, townId: TownId, tell: VerifyProgress = async () => undefined): Promise<AuditVerdict> {
  const head = await auditHead(db, townId)
  let previous = ''
  let expected = 1
  while (expected <= head.entries) {
    const links = await linksFrom(db, townId, expected)
    for (const link of links) {
      if (link.audit_position > head.entries) break
      if (link.audit_position !== expected || link.hash !== sha256Hex(chainText(previous, link))) return { kind: 'tampered', auditPosition: expected }
      previous = link.hash
      expected++
    }
    if (links.length < PAGE) break
    await tell(expected - 1, head.entries)
  }
  const isWhole = head.entries === expected - 1 && head.hash === previous && head.last === head.entries
  return isWhole ? { kind: 'intact', entries: head.entries, hash: previous } : { kind: 'tampered', auditPosition: expected }
}

/** How many entries a town's log has and the hash of the last one, read at one moment. */
export async function auditHead(db: Kysely<Schema>, townId: TownId): Promise<Head> {
  const { rows } = await sql<Head>`
    select audit_position as entries, audit_hash as hash, coalesce((select max(l.audit_position) from audit_log as l where l.town_id = h.town_id), 0) as last
    from town_heads as h where h.town_id = ${townId}`.execute(db)
  const [head] = rows
  if (!head) throw new Error(`town ${townId} has no head row`)
  return head
}

/** As tasks and verifications keep it: `intact 12 <hash>` or `tampered 7`. */
export const outcomeOf = (verdict: AuditVerdict): string =>
  verdict.kind === 'intact' ? `intact ${verdict.entries} ${verdict.hash}` : `tampered ${verdict.auditPosition}`

const linksFrom = (db: Kysely<Schema>, townId: TownId, from: number): Promise<readonly Link[]> =>
  db
    .selectFrom('audit_log')
    .select(['audit_position', 'position', 'entry', 'hash'])
    .where('town_id', '=', townId)
    .where('audit_position', '>=', from)
    .orderBy('audit_position')
    .limit(PAGE)
    .execute()
