import type { Kysely } from 'kysely'
import { canonicalJson } from '../../../shared/canonical.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { ExchangeLook } from '../../../shared/wire/service-exchange.ts'
import type { Schema } from '../../store/schema.ts'
import { offered } from './offered.ts'
import type { ReadFile } from './service-file.ts'

/** What a file would bring to a town; nothing is written. */
export async function lookAt(db: Kysely<Schema>, townId: TownId, { content, fingerprint }: ReadFile): Promise<ExchangeLook> {
  const own = await offered(db, townId)
  const drafts = { services: await openDrafts(db, townId, 'service_drafts'), templates: await openDrafts(db, townId, 'letter_drafts') }
  return {
    from: content.from, exportedAt: content.exportedAt, fingerprint,
    services: content.services.map(({ id, content: given }) => ({ id, title: given.title, ...standingOf(given, own.services.get(id)?.content, drafts.services.has(id)) })),
    templates: content.templates.map(({ id, content: given }) => ({ id, title: given.title, ...standingOf(given, own.templates.get(id)?.content, drafts.templates.has(id)) })),
  }
}

async function openDrafts(db: Kysely<Schema>, townId: TownId, table: 'service_drafts' | 'letter_drafts'): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom(table).select('id').where('town_id', '=', townId).where('settled_at', 'is', null).execute()
  return new Set<string>(rows.map(({ id }) => id))
}

/** `changes` names the parts that are different. */
function standingOf(given: object, own: object | undefined, isBeingWritten: boolean): Pick<ExchangeLook['services'][number], 'standing' | 'changes'> {
  if (isBeingWritten) return { standing: 'clash', changes: [] }
  if (!own) return { standing: 'new', changes: [] }
  const theirs = new Map(Object.entries(own))
  const changes = Object.entries(given).filter(([part, value]) => canonicalJson(value) !== canonicalJson(theirs.get(part) ?? null)).map(([part]) => part)
  return { standing: changes.length > 0 ? 'changed' : 'same', changes }
}
