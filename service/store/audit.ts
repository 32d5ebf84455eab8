import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
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

/**
 * Recomputes a town's whole chain as of one moment and compares it with the head. Whoever can rewrite chain and head
 * alike is found only by comparing `hash` with a copy kept elsewhere.
 */
export async function verifyAudit(db: Kysely<Schema>, townId: TownId): Promise<AuditVerdict> {
  return db.transaction().setIsolationLevel('repeatable read').execute(async trx => {
    const head = await trx.selectFrom('town_heads').selectAll().where('town_id', '=', townId).executeTakeFirstOrThrow()
    let previous = ''
    let expected = 1
    for (;;) {
      const links = await linksFrom(trx, townId, expected)
      for (const link of links) {
        if (link.audit_position !== expected || link.hash !== sha256Hex(chainText(previous, link)))
          return { kind: 'tampered', auditPosition: expected }
        previous = link.hash
        expected++
      }
      if (links.length < PAGE) break
    }
    const isWhole = head.audit_position === expected - 1 && head.audit_hash === previous
    return isWhole ? { kind: 'intact', entries: expected - 1, hash: previous } : { kind: 'tampered', auditPosition: expected }
  })
}

const linksFrom = (trx: Kysely<Schema>, townId: TownId, from: number): Promise<readonly Link[]> =>
  trx
    .selectFrom('audit_log')
    .select(['audit_position', 'position', 'entry', 'hash'])
    .where('town_id', '=', townId)
    .where('audit_position', '>=', from)
    .orderBy('audit_position')
    .limit(PAGE)
    .execute()
