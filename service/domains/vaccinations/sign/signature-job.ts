import { stands } from '../../../../shared/domains/vaccinations/twins.ts'
import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import type { Effects } from '../../../commands/context.ts'

/** Whether the responsible person has yet to confirm it. */
export const awaitsSignature = (record: Vaccination): boolean => stands(record) && record.confirmation.kind === 'awaited'

/** What was documented or corrected just now is handed to the provider of signatures. */
export const onDocumented: Effects = ({ changes, moment: { now } }) => ({
  changes: [],
  jobs: changes.flatMap(({ table, row }) =>
    table === 'vaccinations' && row.version === 0 && awaitsSignature(row)
      ? [{ kind: 'signature' as const, key: `signature/${row.id}`, payload: { vaccinationId: row.id, requestedAt: now }, personId: null }]
      : []),
})
