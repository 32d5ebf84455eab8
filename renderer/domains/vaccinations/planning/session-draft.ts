import type { FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { SessionContent, type setSession } from '../../../../shared/domains/vaccinations/session-commands.ts'
import type { VaccinationSession } from '../../../../shared/domains/vaccinations/tables.ts'
import { parseClock, parseDay } from '../../../ui/format.ts'

/** A session as somebody writes it down. */
export interface SessionDraft {
  readonly title: string
  readonly day: string
  readonly start: string
  readonly end: string
  readonly slotMinutes: string
  readonly resourceIds: readonly string[]
  readonly publicResourceIds: readonly string[]
  readonly vaccineIds: readonly string[]
  readonly serviceIds: readonly string[]
  readonly responsibleId: string | null
  readonly address: string
  readonly team: readonly { readonly name: string; readonly task: string }[]
  readonly fromAge: string
  readonly groups: string
}

/** A physician who may answer for what is done. */
export interface Physician {
  readonly personId: string
  readonly name: string
}

export type SessionField = 'title' | 'day' | 'start' | 'end' | 'slotMinutes' | 'resourceIds' | 'vaccineIds' | 'serviceIds' | 'responsibleId' | 'address' | 'fromAge'
export type SessionProblem = 'missing' | 'no-day' | 'past' | 'no-time' | 'order' | 'minutes' | 'none-ticked' | 'too-many' | 'age'

type SessionInput = Pick<Parameters<typeof setSession.decide>[1], 'content' | 'slotMinutes' | 'publicResourceIds'>

export interface ReadSession {
  readonly input: SessionInput | undefined
  readonly problems: Partial<Record<SessionField, SessionProblem>>
}

const DEFAULT_SLOT = 10
const MOST_SERVICES = 10
const MOST_VACCINES = 12

/** What the fields of a new session begin with: everything the place has. */
export const newDraft = ({ resources, services }: FurnishedPlace): SessionDraft => ({
  title: '', day: '', start: '09:00', end: '15:00', slotMinutes: String(DEFAULT_SLOT), resourceIds: activeIds(resources), publicResourceIds: activeIds(resources), vaccineIds: [], serviceIds: activeIds(services).slice(0, MOST_SERVICES),
  responsibleId: null, address: '', team: [], fromAge: '', groups: '',
})

const activeIds = (rows: readonly { readonly id: string; readonly active: boolean }[]): readonly string[] => rows.filter(({ active }) => active).map(({ id }) => id)

/** What the fields of a session that is there begin with. */
export function draftOf(session: VaccinationSession, { lines }: FurnishedPlace, written: (day: string) => string): SessionDraft {
  const line = lines.find(({ id }) => id === session.openingHoursId)
  const { title, day, startTime, endTime, resourceIds, vaccineIds, serviceIds, responsible, team, fromAge, groups } = session
  return {
    title, day: written(day), start: startTime, end: endTime, slotMinutes: String(line?.slotMinutes ?? DEFAULT_SLOT), resourceIds, publicResourceIds: line?.publicResourceIds ?? [], vaccineIds, serviceIds,
    responsibleId: responsible.personId, address: responsible.address, team, fromAge: fromAge === null ? '' : String(fromAge), groups,
  }
}

/** Where a physician was responsible last, so that nobody types an address twice; that of the place for a first time. */
export const addressOf = (personId: string, sessions: readonly VaccinationSession[], here: FurnishedPlace): string =>
  sessions.findLast(({ responsible }) => responsible.personId === personId)?.responsible.address ?? here.place.address

/** What the fields say, and what of it cannot be. */
export function readSession(draft: SessionDraft, physicians: readonly Physician[], today: string): ReadSession {
  const [day, startTime, endTime] = [parseDay(draft.day), parseClock(draft.start), parseClock(draft.end)]
  const slotMinutes = numberIn(draft.slotMinutes, 5, 240)
  const fromAge = draft.fromAge.trim() === '' ? null : numberIn(draft.fromAge, 0, 120)
  const physician = physicians.find(({ personId }) => personId === draft.responsibleId)
  const problems = given({
    title: draft.title.trim() === '' && 'missing',
    day: draft.day.trim() === '' ? 'missing' : day === undefined ? 'no-day' : day < today && 'past',
    start: startTime === undefined && 'no-time',
    end: endTime === undefined ? 'no-time' : startTime !== undefined && endTime <= startTime && 'order',
    slotMinutes: slotMinutes === undefined && 'minutes',
    resourceIds: draft.resourceIds.length === 0 && 'none-ticked',
    vaccineIds: draft.vaccineIds.length === 0 ? 'none-ticked' : draft.vaccineIds.length > MOST_VACCINES && 'too-many',
    serviceIds: draft.serviceIds.length > MOST_SERVICES && 'too-many',
    responsibleId: !physician && 'missing',
    address: draft.address.trim() === '' && 'missing',
    fromAge: fromAge === undefined && 'age',
  })
  const { data } = SessionContent.safeParse({
    ...draft, title: draft.title.trim(), day, startTime, endTime, fromAge, groups: draft.groups.trim(), team: draft.team.map(({ name, task }) => ({ name: name.trim(), task: task.trim() })).filter(({ name }) => name !== ''),
    responsible: { personId: physician?.personId, name: physician?.name, address: draft.address.trim() },
  })
  const isSound = Object.keys(problems).length === 0 && data && slotMinutes !== undefined
  return { problems, input: isSound ? { content: data, slotMinutes, publicResourceIds: data.resourceIds.filter(id => draft.publicResourceIds.includes(id)) } : undefined }
}

const given = (found: Partial<Record<SessionField, SessionProblem | false>>): ReadSession['problems'] =>
  Object.fromEntries(Object.entries(found).flatMap(([field, problem]) => (problem ? [[field, problem]] : [])))

function numberIn(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
  return number !== undefined && number >= least && number <= most ? number : undefined
}
