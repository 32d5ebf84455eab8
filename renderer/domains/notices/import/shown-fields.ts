import type { ImportDraft } from '../../../../shared/contract/notice-import.ts'
import { IMPORT_FIELDS, type FieldName, type ImportField } from '../../../../shared/domains/notices/import/columns.ts'

type Matched = Pick<ImportDraft, 'mapping' | 'fixed' | 'missing'>

/** Fields that belong on the first look: found in the table, given for all rows, or missing. The others are rarely there. */
export function shownFields(draft: Matched): { readonly first: readonly ImportField[]; readonly others: readonly ImportField[] } {
  const isFirst = ({ name }: ImportField): boolean => draft.mapping[name] !== undefined || Boolean(draft.fixed[name]) || isMissing(draft, name)
  return { first: IMPORT_FIELDS.filter(isFirst), others: IMPORT_FIELDS.filter(field => !isFirst(field)) }
}

/** Whether a field stands among those of which one is still missing. */
export const isMissing = ({ missing }: Pick<ImportDraft, 'missing'>, field: FieldName): boolean => missing.some(fields => fields.includes(field))
