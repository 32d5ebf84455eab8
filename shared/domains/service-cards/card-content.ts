import { bytesOfBase64 } from '../../formats/base64.ts'
import { pictureHead } from '../../formats/picture-head.ts'
import { plusCalendarDays, plusMonths } from '../../german-days.ts'
import { ok, refuse, type Result } from '../../result.ts'
import { geometryOn } from './geometry.ts'
import type { CardContent, CardOrganisation, ServiceCard } from './tables.ts'

/** The last day of a card that is made out from a day on for as long as its organisation allows. */
export const lastDayFrom = (validFrom: string, { validYears }: Pick<CardOrganisation, 'validYears'>): string => plusCalendarDays(plusMonths(validFrom, validYears * 12), -1)

/** What a card would say, in order: somebody's name, a unit and a rank that there are, and days the organisation allows. */
export function judgedContent(organisation: CardOrganisation, content: CardContent): Result<CardContent & Pick<ServiceCard, 'unitName'>> {
  const written = { ...content, familyName: content.familyName.trim(), givenName: content.givenName.trim(), duty: content.duty.trim(), authority: content.authority.trim() }
  if (!written.familyName || !written.givenName) return refuse('service-cards/name-missing')
  const unit = organisation.units.find(({ id, active }) => id === content.unitId && active)
  if (!unit || !organisation.ranks.includes(content.rank)) return refuse('service-cards/no-such-unit')
  if (content.validUntil < content.validFrom || content.validUntil > lastDayFrom(content.validFrom, organisation)) return refuse('service-cards/wrong-days', { years: organisation.validYears })
  return ok({ ...written, unitName: unit.name })
}

/** A photo in base64 as cards need it: of exactly the size on a day, and not more bytes than travel well. */
export function isCardPhoto(picture: string, day: string): boolean {
  const { width, height, maxBytes } = geometryOn(day).photo
  const bytes = bytesOfBase64(picture)
  const head = bytes.length <= maxBytes ? pictureHead(bytes) : undefined
  return head !== undefined && head.isOpaque && head.width === width && head.height === height
}
