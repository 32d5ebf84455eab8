import type { Vaccination, Visit } from './tables.ts'

/** Two documentations that tell of one person, one day and one disease: one of them may be a mistake. */
export const areTwins = (one: Vaccination, other: Vaccination): boolean =>
  one.id !== other.id && stands(one) && stands(other) && one.vaccineeId === other.vaccineeId && one.day === other.day
  && one.diseases.some(({ code }) => other.diseases.some(disease => disease.code === code))

/** What counts: neither replaced by a correction nor written by mistake. */
export const stands = ({ replacedById, isVoid }: Pick<Vaccination, 'replacedById' | 'isVoid'>): boolean => replacedById === null && !isVoid

/** Two desks have checked in one person for one session. Of two who come with one appointment each is somebody else. */
export const areTwinVisits = (one: Visit, other: Visit): boolean =>
  one.id !== other.id && one.sessionId === other.sessionId && one.departed === null && other.departed === null && isSamePerson(one, other)

function isSamePerson(one: Visit, other: Visit): boolean {
  if (one.vaccineeId !== null && other.vaccineeId !== null) return one.vaccineeId === other.vaccineeId
  return one.appointmentId !== null && one.appointmentId === other.appointmentId
}
