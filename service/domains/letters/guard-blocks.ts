import { sql, type Transaction } from 'kysely'
import { stateOf, type RecordRef, type State } from '../../../shared/command.ts'
import { refusalOfBlock, setBlock, switchBlock } from '../../../shared/domains/letters/block-commands.ts'
import { blockProblems, isUsing, type UsingTemplate } from '../../../shared/domains/letters/block-problems.ts'
import type { BlockId, LetterTemplate } from '../../../shared/domains/letters/tables.ts'
import { contentOfTemplate } from '../../../shared/domains/letters/template-content.ts'
import { blockRecords, blocksOf } from '../../../shared/domains/letters/text-blocks.ts'
import { formIdOf, type TownId } from '../../../shared/ids.ts'
import type { TableName } from '../../../shared/tables.ts'
import type { Guards } from '../../commands/context.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

/** A block fits into every template that uses it, withdrawn ones too: they can be put back into use. */
export const blockFits: Guards = async (trx, { input, moment: { actor } }) => {
  const { id, ...content } = setBlock.input.parse(input)
  return refusalOfBlock(blockProblems(id, content, await usingTemplates(trx, actor.townId, id)))
}

/** What templates use stays in use. */
export const blockIsFree: Guards = async (trx, { input, moment: { actor } }) => {
  const { id, active } = switchBlock.input.parse(input)
  const using = active ? [] : await templatesWith(trx, actor.townId, id)
  return using.length === 0 ? null : { code: 'letters/block-in-use', facts: { templates: using.map(({ title }) => title).join(', ').slice(0, 400), count: using.length } }
}

/** Every template that names the block, by its title. */
async function templatesWith(trx: Transaction<Schema>, townId: TownId, id: BlockId): Promise<readonly LetterTemplate[]> {
  const { rows } = await sql<{ readonly id: string }>`select id from letter_templates where town_id = ${townId} order by title`.execute(trx)
  const state = await stateWith(trx, townId, rows.map(row => ({ table: 'letter_templates', id: row.id })))
  return rows.flatMap(row => state.get('letter_templates', row.id) ?? []).filter(template => isUsing(template, id))
}

/** The same with what each of them may name. */
async function usingTemplates(trx: Transaction<Schema>, townId: TownId, id: BlockId): Promise<readonly UsingTemplate[]> {
  const templates = await templatesWith(trx, townId, id)
  const named = (table: TableName, ids: readonly string[]): readonly RecordRef[] => [...new Set(ids)].map(one => ({ table, id: one }))
  const services = await stateWith(trx, townId, named('services', templates.flatMap(({ serviceId }) => serviceId ?? [])))
  const serviceOf = ({ serviceId }: LetterTemplate) => (serviceId === null ? undefined : services.get('services', serviceId))
  const formOf = (template: LetterTemplate) => {
    const service = serviceOf(template)
    return service && formIdOf(service.id, service.formVersion)
  }
  const others = await stateWith(trx, townId, [...named('forms', templates.flatMap(template => formOf(template) ?? [])), ...templates.flatMap(blockRecords)])
  return templates.map(template => ({
    content: contentOfTemplate(template),
    around: {
      hasService: template.serviceId === null || serviceOf(template) !== undefined,
      formKeys: others.get('forms', formOf(template) ?? '')?.sections.flatMap(({ fields }) => fields.map(({ key }) => key)) ?? [],
      blocks: blocksOf(others),
    },
  }))
}

const stateWith = async (trx: Transaction<Schema>, townId: TownId, records: readonly RecordRef[]): Promise<State> => stateOf(await loadRecords(trx, townId, records, false))
