import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import type { OpeningHours } from '../../../../shared/domains/appointments/tables.ts'
import type { OpeningHoursId } from '../../../../shared/ids.ts'

/** A line as it would stand at a place. */
export const lineOf = ({ place: { id, scope } }: FurnishedPlace, lineId: OpeningHoursId, content: HoursContent): OpeningHours =>
  ({ ...content, id: lineId, scope, version: 0, placeId: id, isDeleted: false })
