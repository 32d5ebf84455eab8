import type { ListedField } from '../../../../shared/contract/applications.ts'
import { joinListedFields } from '../../../../shared/domains/applications/list-fields.ts'
import type { ServiceId } from '../../../../shared/ids.ts'
import type * as z from 'zod'
import type { Database } from '../../cache/database.ts'
import { effectiveWhere } from '../../cache/rows.ts'

/** The fields by which the cases of a service can be listed, whatever version of the form they were filled in. */
export function formFields(db: Database, serviceId: ServiceId): readonly z.infer<typeof ListedField>[] {
  const forms = effectiveWhere(db, 'forms', 'service_id', serviceId).toSorted((one, other) => other.formVersion - one.formVersion)
  return joinListedFields(forms).map(field => ({ ...field, choices: [...field.choices] }))
}
