import { sql, type Kysely } from 'kysely'
import { secrecyEnd } from '../../../shared/domains/people/secrecy.ts'
import { germanDay } from '../../../shared/german-days.ts'
import { DepartmentId, derivedUuid, PersonId, type TownId } from '../../../shared/ids.ts'
import { departmentScope, TOWN_SCOPE } from '../../../shared/scope.ts'
import type { Instant } from '../../../shared/time.ts'
import { comparedColumns } from '../../domains/people/known.ts'
import { linkBefore } from '../../domains/people/link-before.ts'
import { marksFor, recordsOf } from '../../domains/people/marks.ts'
import { fillTable } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'

interface Resident {
  readonly id: PersonId
  readonly name: string
  readonly email: string
}

/** Somebody who also has a time at the counter: under which name, with which address, and whether their telephone is that of the resident. */
interface Again {
  readonly of: Resident
  readonly name: string
  readonly email: string | null
}

/** Whose clerks see cases and appointments alike. */
const FRONT_OFFICE = departmentScope(DepartmentId.parse('buergerservice'))

const PHONE = (index: number): string => `03935 9270${String(index).padStart(2, '0')}`
const BIRTH_DAYS = ['1958-02-11', '1971-06-30', '1984-09-17', '1990-12-03', '1966-04-25', '1979-01-08'] as const

/**
 * Citizens as a town hall knows them: one with everything, the same person under two spellings and under a married name, a
 * family with one e-mail address, one under secrecy. Links everything that was filled in before.
 */
export async function seedPeople(trx: Kysely<Schema>, townId: TownId, now: Instant, position: number): Promise<void> {
  const residents = await regulars(trx, townId)
  for (const [index, { id, name, email }] of residents.entries()) {
    const birthDay = BIRTH_DAYS[index] ?? null
    const { phone_key } = comparedColumns({ name, email, phone: PHONE(index), birthDay, address: null, account: null })
    await trx.updateTable('people').set({ birth_day: birthDay, phone: PHONE(index), phone_key }).where('town_id', '=', townId).where('id', '=', id).execute()
  }
  await bookAgain(trx, townId, now, residents)
  await letAgain(trx, townId, residents[0])
  await linkBefore(trx, townId, now)
  const [whole, , , , secret] = residents
  if (whole) await choose(trx, townId, whole, now)
  if (secret) await keepSecret(trx, townId, secret, now, position)
}

/** Those with the most cases, one name each, in an order that is the same for every seed. */
async function regulars(trx: Kysely<Schema>, townId: TownId): Promise<readonly Resident[]> {
  const { rows } = await sql<Resident>`
    select p.id, p.name, p.email from people p join applications a on a.town_id = p.town_id and a.person_id = p.id
    where p.town_id = ${townId} and p.email is not null group by p.id, p.name, p.email
    order by count(*) filter (where a.scope = ${FRONT_OFFICE}) desc, count(*) desc, p.id limit ${BIRTH_DAYS.length}`.execute(trx)
  return rows.map(row => ({ ...row, id: PersonId.parse(row.id) }))
}

const spelt = (name: string): string => name.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue').replaceAll('ß', 'ss').toUpperCase()
const givenOf = (name: string): string => name.split(' ')[0] ?? name
const familyOf = (name: string): string => name.split(' ').slice(1).join(' ')

function again(residents: readonly Resident[]): readonly Again[] {
  const [whole, spelled, married, family, secret] = residents
  return [
    ...(whole ? [{ of: whole, name: whole.name, email: whole.email }, { of: whole, name: whole.name, email: whole.email }] : []),
    // No e-mail address this time: the telephone alone speaks for it.
    ...(spelled ? [{ of: spelled, name: spelt(spelled.name), email: null }] : []),
    ...(married ? [{ of: married, name: `${givenOf(married.name)} ${familyOf(married.name)}-Tangermann`, email: null }] : []),
    ...(family ? [{ of: family, name: `Lotta ${familyOf(family.name)}`, email: family.email }, { of: family, name: `Bruno ${familyOf(family.name)}`, email: family.email }] : []),
    ...(secret ? [{ of: secret, name: secret.name, email: secret.email }] : []),
  ]
}

/** Appointments to come that were invented for somebody else are theirs. */
async function bookAgain(trx: Kysely<Schema>, townId: TownId, now: Instant, residents: readonly Resident[]): Promise<void> {
  const wanted = again(residents)
  const rows = await trx
    .selectFrom('appointments').select('id').where('town_id', '=', townId).where('status', '=', 'booked').where('starts_at', '>', now).where('scope', 'not like', 'health%')
    .orderBy('starts_at').orderBy('id').limit(wanted.length).execute()
  for (const [index, { id }] of rows.entries()) {
    const one = wanted[index]
    if (!one) continue
    const phone = PHONE(residents.indexOf(one.of))
    await trx.updateTable('appointments').set({ name: one.name, email: one.email, phone }).where('town_id', '=', townId).where('id', '=', id).execute()
  }
}

/** The one with everything has asked for a house, too. */
async function letAgain(trx: Kysely<Schema>, townId: TownId, resident: Resident | undefined): Promise<void> {
  if (!resident) return
  const tenant = JSON.stringify({ name: resident.name, email: resident.email })
  await sql`update hall_bookings set tenant = tenant || ${tenant}::text::jsonb where town_id = ${townId} and id = (
    select id from hall_bookings where town_id = ${townId} and status = 'requested' and tenant->>'organisation' = '' order by starts_at, id limit 1)`.execute(trx)
}

async function choose(trx: Kysely<Schema>, townId: TownId, { id }: Resident, now: Instant): Promise<void> {
  const noted = { town_id: townId, person_id: id, at: now, by_id: id, by_name: 'Katrin Sommer' } as const
  await trx.insertInto('person_choices').values([
    { ...noted, id: derivedUuid(id, 'way'), kind: 'way', subject: '', value: 'letter', source: 'counter' },
    { ...noted, id: derivedUuid(id, 'consent'), kind: 'consent', subject: 'Foto auf der Internetseite', value: 'given', source: 'paper' },
  ]).execute()
}

async function keepSecret(trx: Kysely<Schema>, townId: TownId, { id }: Resident, now: Instant, position: number): Promise<void> {
  const until = secrecyEnd(germanDay(now))
  await trx.insertInto('secrecy_changes').values({ town_id: townId, id: derivedUuid(id, 'secrecy'), person_id: id, kind: 'set', until, reason: 'Bescheid der Meldebehörde', at: now, by_id: id, by_name: 'Petra Lindner' }).execute()
  await fillTable(trx, townId, 'secrecies', [{ id, scope: TOWN_SCOPE, version: position, until }], position)
  const marks = await marksFor(trx, townId, await recordsOf(trx, townId, [id]))
  await fillTable(trx, townId, 'secrecy_marks', marks.flatMap(change => (change.table === 'secrecy_marks' ? [change.row] : [])), position)
}
