import type { Kysely } from 'kysely'
import { recordKey, type RecordRef } from '../../../shared/command.ts'
import { draftOf, offerHash } from '../../../shared/domains/applications/service-draft.ts'
import type { Form, TownService } from '../../../shared/domains/applications/service-tables.ts'
import { contentOfTemplate } from '../../../shared/domains/letters/template-content.ts'
import type { LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { formIdOf, type TownId } from '../../../shared/ids.ts'
import type { ExchangedService, ExchangedTemplate } from '../../../shared/wire/service-exchange.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** What a town has of services and letter templates, in the form in which they are exchanged. */
export interface Offered {
  readonly services: ReadonlyMap<string, { readonly content: ExchangedService['content']; readonly active: boolean; readonly basedOn: string; readonly departmentId: string; readonly contact: TownService['contact'] }>
  readonly templates: ReadonlyMap<string, { readonly content: ExchangedTemplate['content']; readonly active: boolean; readonly basedOn: number }>
}

export async function offered(db: Kysely<Schema>, townId: TownId): Promise<Offered> {
  const services = await rowsOf(db, townId, 'services') as readonly TownService[]
  const forms = await loadRecords(db, townId, services.map((row): RecordRef => ({ table: 'forms', id: formIdOf(row.id, row.formVersion) })), false)
  const templates = await rowsOf(db, townId, 'letter_templates') as readonly LetterTemplate[]
  return {
    services: new Map(services.flatMap(service => {
      const form = forms.get(recordKey({ table: 'forms', id: formIdOf(service.id, service.formVersion) })) as Form | undefined
      return form ? [[service.id, offeredService(service, form)] as const] : []
    })),
    templates: new Map(templates.map(template => [template.id, { content: contentOfTemplate(template), active: template.active, basedOn: template.templateVersion }] as const)),
  }
}

function offeredService(service: TownService, form: Form) {
  const { departmentId, contact, ...content } = draftOf({ service, form })
  return { content, active: service.active, basedOn: offerHash({ service, form }), departmentId, contact }
}

async function rowsOf(db: Kysely<Schema>, townId: TownId, table: 'services' | 'letter_templates') {
  const ids = await db.selectFrom(table).select('id').where('town_id', '=', townId).orderBy('id').execute()
  return [...(await loadRecords(db, townId, ids.map(({ id }): RecordRef => ({ table, id })), false)).values()]
}
