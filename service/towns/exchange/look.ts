import type { Kysely } from 'kysely'
import * as z from 'zod'
import { canonicalJson } from '../../../shared/canonical.ts'
import { changedFields } from '../../../shared/domains/applications/form-difference.ts'
import type { FormDraft } from '../../../shared/domains/applications/service-draft.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { ExchangeLook, Looked } from '../../../shared/wire/service-exchange.ts'
import type { Schema } from '../../store/schema.ts'
import { offered } from './offered.ts'
import type { ReadFile } from './service-file.ts'

/** What a file would bring to a town; nothing is written. */
export async function lookAt(db: Kysely<Schema>, townId: TownId, { content, fingerprint }: ReadFile): Promise<ExchangeLook> {
  const own = await offered(db, townId)
  const drafts = { services: await openDrafts(db, townId, 'service_drafts'), templates: await openDrafts(db, townId, 'letter_drafts') }
  return {
    from: content.from, exportedAt: content.exportedAt, fingerprint,
    services: content.services.map(({ id, content: given }) => ({ id, title: given.title, ...standingOf(given, own.services.get(id)?.content, drafts.services.has(id)), questions: questionsOf(given.form, own.services.get(id)?.content.form) })),
    templates: content.templates.map(({ id, content: given }) => ({ id, title: { de: given.title, en: given.title }, ...standingOf(given, own.templates.get(id)?.content, drafts.templates.has(id)), questions: [] })),
  }
}

async function openDrafts(db: Kysely<Schema>, townId: TownId, table: 'service_drafts' | 'letter_drafts'): Promise<ReadonlySet<string>> {
  const rows = await db.selectFrom(table).select('id').where('town_id', '=', townId).where('settled_at', 'is', null).execute()
  return new Set<string>(rows.map(({ id }) => id))
}

function standingOf(given: object, own: object | undefined, isBeingWritten: boolean): Pick<Looked, 'standing' | 'changes'> {
  if (isBeingWritten) return { standing: 'clash', changes: [] }
  if (!own) return { standing: 'new', changes: [] }
  const theirs = new Map(Object.entries(own))
  const changes = Object.entries(given).filter(([part, value]) => canonicalJson(value) !== canonicalJson(theirs.get(part) ?? null))
  return { standing: changes.length > 0 ? 'changed' : 'same', changes: changes.map(([part, value]) => ({ part, here: saidBy(theirs.get(part)), there: saidBy(value) })) }
}

const Bilingual = z.object({ de: z.string() })
const Paragraphs = z.array(z.string())
const MOST_SHOWN = 600

/** A part in the words it has itself; null for one that is not made of words. */
function saidBy(value: unknown): string | null {
  const text = typeof value === 'string' ? value : (Bilingual.safeParse(value).data?.de ?? Paragraphs.safeParse(value).data?.join(' '))
  return text === undefined || text.trim() === '' ? null : text.slice(0, MOST_SHOWN)
}

const questionsOf = (given: FormDraft, own: FormDraft | undefined): Looked['questions'] => (own ? changedFields(own, given).map(({ label, change }) => ({ label, change })) : [])
