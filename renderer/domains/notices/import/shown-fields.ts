import type { ImportDraft } from '../../../../shared/contract/notice-import.ts'
import { IMPORT_FIELDS, NEEDED, type FieldName, type ImportField } from '../../../../shared/domains/notices/import/columns.ts'

/** Fields that belong on the first look: needed, or found in the table. The others are rarely there. */
export function shownFields({ mapping, fixed }: Pick<ImportDraft, 'mapping' | 'fixed'>): { readonly first: readonly ImportField[]; readonly others: readonly ImportField[] } {
  const needed: ReadonlySet<FieldName> = new Set(NEEDED.flat())
  const isFirst = ({ name }: ImportField): boolean => needed.has(name) || mapping[name] !== undefined || Boolean(fixed[name])
  return { first: IMPORT_FIELDS.filter(isFirst), others: IMPORT_FIELDS.filter(field => !isFirst(field)) }
}

/** Whether a field stands among those of which one is still missing. */
export const isMissing = ({ missing }: Pick<ImportDraft, 'missing'>, field: FieldName): boolean => missing.some(fields => fields.includes(field))
