import { formIdOf, type TownId } from '../../../shared/ids.ts'
import { recordKey, stateOf, type RecordRef } from '../../../shared/command.ts'
import { exampleAnswers } from '../../../shared/domains/applications/example-answers.ts'
import { exampleLetter } from '../../../shared/domains/letters/example-letter.ts'
import { blockRecords, blocksOf, withBlocks } from '../../../shared/domains/letters/text-blocks.ts'
import { missingParts } from '../../../shared/domains/letters/missing-parts.ts'
import { refuse, type Result } from '../../../shared/result.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import type { LetterPreview, TemplatePreviewQuery } from '../../../shared/wire/letters.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Typesetter } from '../letters/typesetter.ts'

export interface TemplatePreviewParts {
  readonly database: Database
  /** Null where letters cannot be set. */
  readonly typesetter: Typesetter | null
}

/** A template as it is being written, set with an invented case, since administrators see no real one. Nothing is kept of it. */
export async function previewTemplate({ database, typesetter }: TemplatePreviewParts, townId: TownId, query: TemplatePreviewQuery): Promise<Result<LetterPreview>> {
  if (!typesetter) return refuse('letters/no-typesetter')
  const { content, departmentId } = query
  const load = <Name extends TableName>(table: Name, id: string) => loaded(database, townId, { table, id })
  const department = await load('departments', departmentId)
  const service = content.serviceId ? await load('services', content.serviceId) : undefined
  const form = service && (await load('forms', formIdOf(service.id, service.formVersion)))
  const example = { answers: form ? exampleAnswers(form) : {}, form: form ?? { schema: {}, valueLabels: {} }, service: service ?? null }
  const blocks = blocksOf(stateOf(await loadRecords(database.db, townId, blockRecords(content), false)))
  const document = exampleLetter(withBlocks(content, blocks), example, query.letterhead ?? department?.letterhead ?? null)
  const set = await typesetter.typeset(query.picture === null ? document : { ...document, facsimile: Buffer.from(query.picture, 'base64') })
  return set.ok ? { ok: true, value: { missing: [...missingParts(document)], pdf: Buffer.from(set.value).toString('base64') } } : set
}

async function loaded<Name extends TableName>({ db }: Database, townId: TownId, record: RecordRef<Name>): Promise<RowOf<Name> | undefined> {
  return (await loadRecords(db, townId, [record], false)).get(recordKey(record)) as RowOf<Name> | undefined
}
