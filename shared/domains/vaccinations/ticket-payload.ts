import type * as z from 'zod'
import { Visit } from './tables.ts'

/**
 * What a ticket carries of a visit: all a desk needs to go on without having heard of it, the documentation and a later
 * recall included. What the service alone says of it is not in there.
 */
export const CarriedVisit = Visit.omit({ scope: true, version: true, twinId: true })
export type CarriedVisit = Readonly<z.infer<typeof CarriedVisit>>

export const ticketPayload = ({ scope: _scope, version: _version, twinId: _twinId, ...carried }: Visit): string => JSON.stringify(CarriedVisit.parse(carried))

/** The visit of a payload; null for what is none. */
export function visitOfPayload(payload: string): CarriedVisit | null {
  try {
    return CarriedVisit.safeParse(JSON.parse(payload)).data ?? null
  } catch {
    return null
  }
}

/**
 * What payloads have in common, for the packing: it takes two thirds off. It belongs to the format of the ticket and never
 * changes without the prefix's number.
 */
export const TICKET_DICTIONARY = '{"code":"14189004","name":"Masern"},{"code":"36989005","name":"Mumps"},{"code":"36653000","name":"Röteln"},{"code":"16814004","name":"Pneumokokken"}],"isLive":true,'
  + '{"code":"712986001","name":"FSME"},{"code":"4740000","name":"Herpes zoster"},{"code":"840539006","name":"COVID-19"},{"code":"76902006","name":"Tetanus"},'
  + '{"code":"397430003","name":"Diphtherie"},{"code":"27836007","name":"Pertussis"},{"code":"6142004","name":"Influenza"}],"isLive":null,'
  + '"kind":"written","guardianName":"","informed":true},"kind":"guardian","female","male","diverse","unknown","yes","not-today","never","answered":null,"verdict":{"at":"","byName":"","personId":"","may":"yes","note":""},'
  + '"answers":{"given":{"acute-illness":"no","allergy":"no","earlier-reaction":"no","immune-weakness":"no","blood-thinner":"no","pregnant":"no","recent-vaccination":"no"},"note":""},'
  + '"observation":{"at":"","byName":"","event":""},"departed":{"at":"","byName":"","reason":""},'
  + '{"id":"","sessionId":"","appointmentId":null,"vaccineeId":"","person":{"familyName":"","givenName":"","birthDay":"19","gender":"female","street":"","postalCode":"39517","place":"","locality":"","email":null,"phone":"0"},'
  + '"checkedIn":{"at":"2026-11-24T09:00:00.000Z","byName":""},"history":[{"day":"2025-10-","vaccineName":"","vaccine":"836377006","diseases":[{"code":"6142004","name":"Influenza"}],"isLive":false,"lot":"","source":"pass","vaccinationId":null},'
  + '"source":"here","vaccinationId":"","source":"import"],"answers":null,"answered":{"at":"","byName":""},"verdict":null,"consent":{"at":"","byName":"","kind":"oral","guardianName":"","informed":true},'
  + '"vaccinationId":null,"vaccinatedAt":null,"observeUntil":null,"observation":null,"departed":null}'
