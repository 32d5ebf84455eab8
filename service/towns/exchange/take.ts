import { randomUUID } from 'node:crypto'
import type { Actor } from '../../../shared/actor.ts'
import { recordKey, type Change, type RecordRef } from '../../../shared/command.ts'
import { ok, refuse, type Result } from '../../../shared/result.ts'
import { TOWN_SCOPE } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import type { ExchangeChoice } from '../../../shared/wire/service-exchange.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import { lockTown } from '../../store/towns.ts'
import { offered, type Offered } from './offered.ts'
import type { ReadFile } from './service-file.ts'

interface By {
  readonly actor: Actor
  readonly now: Instant
}

/** Makes drafts of what was chosen, all of them or none; refused where somebody is writing one of them, or the department is none. */
export async function takeOver({ db }: Database, { content }: ReadFile, choice: ExchangeChoice, by: By): Promise<Result<{ readonly id: string; readonly drafts: number }>> {
  const { townId } = by.actor
  const taking = db.transaction().execute(async (trx): Promise<Result<{ readonly id: string; readonly drafts: number }>> => {
    const department = await trx.selectFrom('departments').select('id').where('town_id', '=', townId).where('id', '=', choice.departmentId).executeTakeFirst()
    if (!department) return refuse('applications/unknown-department')
    const refs: readonly RecordRef[] = [...choice.services.map(id => ({ table: 'service_drafts', id }) as const), ...choice.templates.map(id => ({ table: 'letter_drafts', id }) as const)]
    const own = await offered(trx, townId)
    // A draft that is not there yet has no row by which others could be held back.
    await lockTown(trx, townId)
    const drafts = await loadRecords(trx, townId, refs, true)
    if (refs.some(ref => isOpen(drafts.get(recordKey(ref))))) return refuse('service-exchange/being-written')
    const changes = draftsOf(own, content, choice, by, ref => drafts.get(recordKey(ref))?.version ?? 0)
    if (changes.length === 0) return refuse('service-exchange/nothing-chosen')
    const { position, touched } = await commitChanges(trx, originOf(by, 'service-exchange.take'), changes)
    if (touched.some(one => one.before !== (drafts.get(recordKey(one))?.version ?? 0))) throw new BegunMeanwhile()
    const id = randomUUID()
    await trx.insertInto('service_imports').values({ town_id: townId, id, at: by.now, person_id: by.actor.personId, position, drafts: JSON.stringify(refs), undone_at: null }).execute()
    return ok({ id, drafts: changes.length })
  })
  return taking.catch((error: unknown) => {
    if (error instanceof BegunMeanwhile) return refuse('service-exchange/being-written')
    throw error
  })
}

/** By somebody at a desk, between the look at the drafts and their writing; takes everything back. */
class BegunMeanwhile extends Error {}

const isOpen = (draft: object | undefined): boolean => draft !== undefined && 'settledAt' in draft && draft.settledAt === null

const originOf = ({ actor, now }: By, action: string) => ({ townId: actor.townId, actor: { personId: actor.personId, name: actor.name }, action, commandId: null, at: now })

function draftsOf(own: Offered, content: ReadFile['content'], choice: ExchangeChoice, { actor, now }: By, versionOf: (ref: RecordRef) => number): readonly Change[] {
  const head = { scope: TOWN_SCOPE, changedBy: actor.personId, changedByName: actor.name, changedAt: now, settledAt: null }
  const services = content.services.filter(({ id }) => choice.services.includes(id)).map(({ id, content: given }): Change => {
    const here = own.services.get(id)
    const whole = { ...given, departmentId: here?.departmentId ?? choice.departmentId, contact: here?.contact ?? null }
    return { table: 'service_drafts', row: { ...head, id, version: versionOf({ table: 'service_drafts', id }), content: whole, basedOn: here?.basedOn ?? null, authors: [actor.personId] } }
  })
  const templates = content.templates.filter(({ id }) => choice.templates.includes(id)).map(({ id, content: given }): Change =>
    ({ table: 'letter_drafts', row: { ...head, id, version: versionOf({ table: 'letter_drafts', id }), content: given, basedOn: own.templates.get(id)?.basedOn ?? null } }))
  return [...services, ...templates]
}

/** Throws away what an import made, as far as nobody has written in it or published it since. */
export async function undoImport({ db }: Database, id: string, by: By): Promise<Result<{ readonly undone: number; readonly kept: number }>> {
  const { townId } = by.actor
  return db.transaction().execute(async trx => {
    const found = await trx.selectFrom('service_imports').selectAll().where('town_id', '=', townId).where('id', '=', id).forUpdate().executeTakeFirst()
    if (!found || found.undone_at !== null) return refuse('service-exchange/nothing-to-undo')
    const refs = found.drafts as readonly RecordRef<'service_drafts' | 'letter_drafts'>[]
    const rows = await loadRecords(trx, townId, refs, true)
    const changes = refs.flatMap((ref): readonly Change[] => {
      const row = rows.get(recordKey(ref))
      return row?.version === found.position && isOpen(row) ? [{ table: ref.table, row: { ...row, settledAt: by.now } } as Change] : []
    })
    if (changes.length > 0) await commitChanges(trx, originOf(by, 'service-exchange.undo'), changes)
    await trx.updateTable('service_imports').set({ undone_at: by.now }).where('town_id', '=', townId).where('id', '=', id).execute()
    return ok({ undone: changes.length, kept: refs.length - changes.length })
  })
}
