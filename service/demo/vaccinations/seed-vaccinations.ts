import { randomBytes } from 'node:crypto'
import type { Kysely } from 'kysely'
import type { Appointment } from '../../../shared/domains/appointments/tables.ts'
import type { VaccinationSession } from '../../../shared/domains/vaccinations/tables.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { Instant } from '../../../shared/time.ts'
import type { RowOf, TableName } from '../../../shared/tables.ts'
import { fillTable } from '../../store/records.ts'
import { sealOf } from '../../domains/vaccinations/seal/seal.ts'
import { signingKey } from '../../domains/vaccinations/seal/seal-keys.ts'
import type { Schema } from '../../store/schema.ts'
import type { Random } from '../random.ts'
import { bookedElders, type BookedElder } from './booked.ts'
import { vaccinationCentre } from './centre.ts'
import { createNumbers, fullDay, mended, runningDay, type DaySource } from './days.ts'
import { batchInUse, demoCatalogue, RECALLED } from './products.ts'
import { demoRecall, demoSideEffect } from './recall.ts'
import { demoRules } from './schedules.ts'
import { VACCINATION_SCOPE } from './scope.ts'
import { demoSessions, hoursOf } from './sessions.ts'
import type { DemoVisit } from './visits.ts'

type Rows = { readonly [Name in TableName]?: readonly RowOf<Name>[] }

/** Comes after the places of the front office. */
const POSITION = 3

/** All of the vaccination centre around `now`: yesterday's session, today's as it stands, next week's. */
export function demoVaccinations({ random, now, newTicketKey }: { readonly random: Random; readonly now: Instant; readonly newTicketKey: () => string }): { readonly rows: Rows; readonly numbers: ReadonlyMap<string, number> } {
  const centre = vaccinationCentre(POSITION)
  const catalogue = demoCatalogue(now)
  const sessions = demoSessions({ centre, catalogue, now, newTicketKey })
  const numbers = createNumbers()
  const day: DaySource = { random, catalogue, now }
  const source = { centre, random, now }
  const before = bookedElders(source, { session: sessions.yesterday, count: 60, slotsEach: 0.58 })
  const today = bookedElders(source, { session: sessions.today, count: 40, slotsEach: 0.75 })
  const ahead = bookedElders(source, { session: sessions.nextWeek, count: 36, slotsEach: 0.62 })
  const over = withMended(day, fullDay(day, sessions.yesterday, before, numbers), numbers)
  const running = runningDay(day, sessions.today, today, numbers)
  const vaccinations = [...over.vaccinations, ...running.flatMap(({ vaccination }) => vaccination ?? [])]
  const { recall, contacts } = demoRecall(catalogue, vaccinations, now)
  const rows: Rows = {
    places: [centre.place], resources: centre.stations, appointment_services: centre.offered.map(({ service }) => service),
    opening_hours: Object.values(sessions).map(hoursOf), appointments: [...keptAppointments(before, over.visits, sessions.yesterday), ...keptAppointments(today, running, sessions.today), ...ahead.map(({ appointment }) => appointment)],
    vaccines: Object.values(catalogue.vaccines), vaccine_batches: catalogue.batches, vaccination_rules: demoRules(VACCINATION_SCOPE), vaccination_sessions: Object.values(sessions),
    vaccination_visits: [...over.visits, ...running].map(({ visit }) => visit), vaccinations, vaccination_recalls: [recall], recall_contacts: contacts,
    side_effects: vaccinations.slice(20, 21).map(one => demoSideEffect(one, now)),
  }
  return { rows, numbers: numbers.given() }
}

/** Of the day before one lot was mended. */
function withMended({ random, catalogue }: DaySource, visits: readonly DemoVisit[], numbers: ReturnType<typeof createNumbers>) {
  const all = visits.flatMap(({ vaccination }) => vaccination ?? [])
  const wrong = all.find(({ lot, confirmation }) => lot === batchInUse(catalogue, RECALLED.product).lot && confirmation.kind === 'awaited')
  if (!wrong) return { visits, vaccinations: all }
  const [before, after] = mended(random, wrong, batchInUse(catalogue, RECALLED.product), numbers.next(wrong.day.slice(0, 4)))
  return { visits: visits.map(one => (one.vaccination?.id === wrong.id ? { ...one, visit: { ...one.visit, vaccinationId: after.id } } : one)), vaccinations: [...all.map(one => (one.id === wrong.id ? before : one)), after] }
}

/** As the check-in, the end of a visit and the close of a session leave appointments: who is here, who has gone, who never came. */
function keptAppointments(booked: readonly BookedElder[], visits: readonly DemoVisit[], session: VaccinationSession): readonly Appointment[] {
  return booked.map(({ appointment }) => {
    const visit = visits.find(one => one.visit.appointmentId === appointment.id)?.visit
    if (!visit) return session.closedAt === null ? appointment : { ...appointment, status: 'missed', endedAt: session.closedAt, steppedAt: session.closedAt }
    const endedAt = visit.observation?.at ?? visit.departed?.at ?? session.closedAt
    return { ...appointment, status: endedAt ? 'finished' : 'serving', servingSince: visit.checkedIn.at, endedAt, steppedAt: endedAt ?? visit.checkedIn.at }
  })
}

/** Fills the demo town's vaccination centre. */
export async function seedVaccinations(trx: Kysely<Schema>, { townId, now }: { readonly townId: TownId; readonly now: Instant }, random: Random, position: number): Promise<void> {
  const { rows, numbers } = demoVaccinations({ random, now, newTicketKey: () => randomBytes(32).toString('base64') })
  const vaccinations = await sealedRows(trx, townId, rows.vaccinations ?? [], now)
  for (const [table, ofTable] of Object.entries({ ...rows, vaccinations }) as readonly (readonly [TableName, readonly RowOf<TableName>[]])[]) await fillTable(trx, townId, table, ofTable, position)
  await trx.insertInto('vaccination_counters').values([...numbers].map(([year, last_number]) => ({ town_id: townId, year, last_number }))).execute()
}

/** As the service seals what is documented. */
async function sealedRows(trx: Kysely<Schema>, townId: TownId, rows: readonly RowOf<'vaccinations'>[], now: Instant): Promise<readonly RowOf<'vaccinations'>[]> {
  const key = await signingKey(trx, townId, now)
  return Promise.all(rows.map(async row => ({ ...row, seal: await sealOf(townId, row, key) })))
}
