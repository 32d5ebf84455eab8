import type { Offer } from '../../../../shared/contract/capture.ts'
import { formIdOf, type ServiceId } from '../../../../shared/ids.ts'
import { ok, refuse, type Result } from '../../../../shared/result.ts'
import type { Database } from '../../cache/database.ts'
import { getEffective } from '../../cache/rows.ts'

/** A service with its newest form; refused when it is not offered any more. */
export function offerOf(db: Database, serviceId: ServiceId): Result<Offer> {
  const service = getEffective(db, 'services', serviceId)
  const form = service && getEffective(db, 'forms', formIdOf(serviceId, service.formVersion))
  if (!service || !form) return refuse('intake/unknown-service')
  return service.active ? ok({ service, form }) : refuse('applications/service-withdrawn', { service: service.title.de })
}
