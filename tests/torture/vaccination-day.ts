import { randomBytes } from 'node:crypto'
import type { Change } from '../../shared/command.ts'
import { aPlace } from '../../shared/domains/appointments/testing.ts'
import { aBatch, aSession, aVaccine } from '../../shared/domains/vaccinations/testing.ts'
import type { Vaccination, Visit } from '../../shared/domains/vaccinations/tables.ts'
import { flagsAt } from '../../shared/domains/vaccinations/stage.ts'
import { areTwins, areTwinVisits } from '../../shared/domains/vaccinations/twins.ts'
import { germanDayAt, plusCalendarDays } from '../../shared/german-days.ts'
import { getBase } from '../../main/core/cache/rows.ts'
import { loadRecords } from '../../service/store/records.ts'
import { TEST_TOWN } from '../../service/store/testing.ts'
import { createRandom, type Random } from '../bench/random.ts'
import { settled, until } from '../sync/support/desk.ts'
import { startTown, type TestTown } from '../sync/support/town.ts'
import { goOffline } from '../sync/support/weather.ts'
import { KINDS, nothingSaved, openStation, wayOf, type Day, type Desk, type Saved, type Way } from './vaccination-desks.ts'

/** Anna is at the entrance, Bernd's desk has no connection all day, Carla's comes and goes. */
const LOGINS = ['anna', 'bernd', 'carla'] as const
const WITHOUT_CONNECTION = 1
/** So many people are in the house at once. */
const IN_THE_HOUSE = 8
/** After one step in so many the weather changes, an answer is lost, or what has been saved is transferred before anything else. */
const CHANGES_EVERY = 6

export interface VaccinationDayFigures {
  readonly persons: number
  readonly documented: number
  readonly tickets: number
  /** Persons of whom a desk heard something that calls for a physician. */
  readonly flagged: number
  /** Documentations that stand beside another one of the same person. */
  readonly twins: number
  /** What a desk saved or heard and the service does not have, or has put back before somebody. */
  readonly lost: number
  /** Documentations that nobody saved, numbers given twice or left out, commands with two effects. */
  readonly duplicated: number
  /** Twins that are not marked and marks without a twin, visits that do not know their dose, rows that desks hold otherwise than the service. */
  readonly contradicted: number
  /** Steps that a desk itself would not save. */
  readonly broken: number
}

/** So many people go through a session at three desks, by ticket, alone and twice, while the network comes and goes; then all desks are back. */
export async function runVaccinationDay({ persons, seed }: { readonly persons: number; readonly seed: number }): Promise<VaccinationDayFigures> {
  const town = await startTown()
  const desks: Desk[] = []
  try {
    const day = await furnished(town)
    for (const login of LOGINS) desks.push(await openStation(town.url, login))
    await Promise.all(desks.map(({ live }) => settled(live)))
    const saved = await work(desks, day, { persons, random: createRandom(seed) })
    await reunited(town, desks)
    return { persons, ...(await figures(town, desks, saved)) }
  } finally {
    await Promise.all(desks.map(({ live }) => live.close()))
    await town.close()
  }
}

async function furnished(town: TestTown): Promise<Day> {
  const today = germanDayAt(Date.now())
  const expiresOn = plusCalendarDays(today, 200)
  const session = aSession({ day: today, ticketKey: randomBytes(32).toString('base64') })
  await town.change([
    { table: 'places', row: aPlace({ scope: session.scope }) }, { table: 'vaccines', row: aVaccine({ observeMinutes: 0 }) },
    { table: 'vaccine_batches', row: aBatch({ expiresOn }) }, { table: 'vaccination_sessions', row: session },
  ] satisfies readonly Change[])
  return { session, expiresOn }
}

async function work(desks: readonly Desk[], day: Day, { persons, random }: { readonly persons: number; readonly random: Random }): Promise<Saved> {
  const saved = nothingSaved()
  const inTheHouse: (() => void)[][] = []
  const [offline] = desks.slice(WITHOUT_CONNECTION)
  if (offline) goOffline(offline.weather)
  for (let come = 0; come < persons || inTheHouse.length > 0;) {
    if (come < persons && inTheHouse.length < IN_THE_HOUSE) inTheHouse.push([...newcomer(desks, day, saved, random, come++)])
    const one = random.pick(inTheHouse)
    one.shift()?.()
    if (one.length === 0) inTheHouse.splice(inTheHouse.indexOf(one), 1)
    if (random.below(CHANGES_EVERY) === 0) await changeWeather(random.pick(desks.filter(desk => desk !== offline)), random)
  }
  return saved
}

function newcomer(desks: readonly Desk[], day: Day, saved: Saved, random: Random, number: number): Way {
  const at = random.pick(desks)
  return wayOf(random.pick(KINDS), { day, saved, at, other: random.pick(desks.filter(desk => desk !== at)) }, number)
}

async function changeWeather({ live, weather }: Desk, random: Random): Promise<void> {
  const chance = random.below(4)
  if (chance === 0) return goOffline(weather)
  weather.isOnline = true
  if (chance === 1) weather.loseAnswers = 1
  if (chance === 2) weather.duplicate = 1
  if (chance === 3) await settled(live)
}

/** Everybody is back: all is sent and answered, and every desk has heard of what the others did. */
async function reunited(town: TestTown, desks: readonly Desk[]): Promise<void> {
  for (const { weather } of desks) Object.assign(weather, { isOnline: true, loseAnswers: 0, duplicate: 0 })
  await Promise.all(desks.map(({ live }) => settled(live)))
  const { visits, records } = await rowsOf(town)
  const versions = [...visits.map(row => ['vaccination_visits', row] as const), ...records.map(row => ['vaccinations', row] as const)]
  const knowsAll = ({ live: { cache } }: Desk): boolean => versions.every(([table, { id, version }]) => (getBase(cache.db, table, id)?.version ?? -1) >= version)
  await Promise.all(desks.map(desk => until(() => knowsAll(desk), desk.live.sync.changes, desk.live.sync.status)))
}

async function rowsOf({ database: { db } }: TestTown): Promise<{ readonly visits: readonly Visit[]; readonly records: readonly Vaccination[] }> {
  const all = async <Row>(table: 'vaccination_visits' | 'vaccinations'): Promise<readonly Row[]> => {
    const ids = await db.selectFrom(table).select('id').where('town_id', '=', TEST_TOWN).execute()
    return [...(await loadRecords(db, TEST_TOWN, ids.map(({ id }) => ({ table, id })), false)).values()] as unknown as readonly Row[]
  }
  return { visits: await all<Visit>('vaccination_visits'), records: await all<Vaccination>('vaccinations') }
}

async function figures(town: TestTown, desks: readonly Desk[], saved: Saved): Promise<Omit<VaccinationDayFigures, 'persons'>> {
  const { visits, records } = await rowsOf(town)
  const has = (rows: readonly { readonly id: string }[], id: string): boolean => rows.some(row => row.id === id)
  const missing = [...saved.visits].filter(id => !has(visits, id)).length + [...saved.documented].filter(id => !has(records, id)).length
  const unheard = visits.filter(visit => saved.flagged.has(visit.id) && !flagsAt(visit).includes('allergy')).length
  const numbers = records.map(({ number }) => Number(number.slice(-6))).toSorted((one, other) => one - other)
  return {
    documented: records.length, tickets: saved.tickets, flagged: saved.flagged.size, twins: records.filter(({ twinId }) => twinId !== null).length,
    lost: missing + unheard + desks.flatMap(({ live }) => live.sync.attention()).length,
    duplicated: records.filter(({ id }) => !saved.documented.has(id)).length + numbers.filter((number, index) => number !== index + 1).length + (await town.doubled()).length,
    contradicted: wrongMarks(visits, records) + desks.flatMap(desk => differing(desk, visits, records)).length,
    broken: saved.refused.length,
  }
}

function wrongMarks(visits: readonly Visit[], records: readonly Vaccination[]): number {
  const unmarked = records.filter(one => (one.twinId !== null) !== records.some(other => areTwins(one, other)))
  const strangers = visits.filter(one => (one.twinId !== null) !== visits.some(other => areTwinVisits(one, other)))
  const unknowing = visits.filter(visit => records.some(({ visitId }) => visitId === visit.id) !== records.some(({ id }) => id === visit.vaccinationId))
  return unmarked.length + strangers.length + unknowing.length
}

const differing = ({ live: { cache: { db } } }: Desk, visits: readonly Visit[], records: readonly Vaccination[]): readonly string[] => [
  ...visits.filter(({ id, version }) => getBase(db, 'vaccination_visits', id)?.version !== version).map(({ id }) => id),
  ...records.filter(({ id, version }) => getBase(db, 'vaccinations', id)?.version !== version).map(({ id }) => id),
]
