import { readFile } from 'node:fs/promises'
import type { Kysely } from 'kysely'
import * as z from 'zod'
import { Grant } from '../shared/actor.ts'
import type { Change } from '../shared/command.ts'
import { AccountId, DepartmentId, derivedUuid, PersonId, type TownId } from '../shared/ids.ts'
import { Letterhead } from '../shared/domains/staff/tables.ts'
import { TOWN_SCOPE } from '../shared/scope.ts'
import type { Instant } from '../shared/time.ts'
import { STANDARD_TEMPLATES } from '../shared/domains/letters/standard-templates.ts'
import { setPassword } from './identity/accounts.ts'
import { commitChanges } from './store/commit.ts'
import type { Database } from './store/database.ts'
import type { Schema } from './store/schema.ts'

/** What most letters can do without may be left out; one that demands a payment is refused until there is a bank. An administrator adds it in the app. */
const GivenLetterhead = Letterhead.extend({
  senderLine: Letterhead.shape.senderLine.default(''),
  bankName: Letterhead.shape.bankName.default(''),
  iban: Letterhead.shape.iban.default(''),
  openingHours: Letterhead.shape.openingHours.default(''),
  court: Letterhead.shape.court.default(''),
})

/** Departments and accounts of a new town; the password only where the embedded sign-in is used. With a letterhead in every department decisions are told by letter. */
const FirstPeople = z.strictObject({
  departments: z.array(z.strictObject({ id: DepartmentId, name: z.string().min(1).max(120), letterhead: GivenLetterhead.optional() })).min(1).max(200),
  people: z
    .array(z.strictObject({
      login: z.string().regex(/^\S{2,80}$/), name: z.string().min(1).max(120), grants: z.array(Grant).min(1).max(60),
      password: z.string().min(12).max(200).optional(),
    }))
    .min(1)
    .max(2_000),
})
export type FirstPeople = z.infer<typeof FirstPeople>

/** The file does not fit; the message says what to do. */
export class FirstPeopleRefused extends Error {}

/** Fills a town in which nobody is yet: whoever starts the service with the file vouches for it, and the audit log says so. */
export async function addFirstPeople(database: Database, townId: TownId, file: string, at: Instant): Promise<void> {
  const first = await readFirstPeople(file)
  await database.db.transaction().execute(trx => enterFirstPeople(trx, townId, first, at))
}

/** The same of people that are at hand; whoever calls it brings the transaction. */
export async function enterFirstPeople(trx: Kysely<Schema>, townId: TownId, first: FirstPeople, at: Instant): Promise<void> {
  const there = await trx.selectFrom('staff').select('id').where('town_id', '=', townId).limit(1).executeTakeFirst()
  if (there) throw new FirstPeopleRefused('--first-people gilt nur für eine Stadt ohne Konten. Diese hat schon welche; starten Sie ohne die Option.')
  const origin = { townId, actor: null, action: 'town.first-people', commandId: null, at }
  await commitChanges(trx, origin, rowsOf(townId, first))
  for (const { login, password } of first.people) if (password) await setPassword(trx, townId, [accountId(townId, login)], password)
}

export async function readFirstPeople(file: string): Promise<FirstPeople> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new FirstPeopleRefused(`--first-people: Die Datei ${file} ist nicht zu lesen.`)
  })
  const parsed = FirstPeople.safeParse(jsonIn(text))
  if (!parsed.success) {
    const places = parsed.error.issues.slice(0, 10).map(issue => issue.path.join('.') || 'JSON')
    throw new FirstPeopleRefused(`--first-people: In ${file} stimmen diese Stellen nicht: ${places.join(', ')}.`)
  }
  const objection = objectionTo(parsed.data)
  if (objection) throw new FirstPeopleRefused(`--first-people: ${objection}`)
  return parsed.data
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function objectionTo({ departments, people }: FirstPeople): string | undefined {
  const known = new Set<string>(departments.map(({ id }) => id))
  const logins = new Set(people.map(({ login }) => login.toLowerCase()))
  if (logins.size < people.length || known.size < departments.length) return 'Ein Benutzername oder ein Amt steht zweimal in der Datei.'
  const foreign = people.flatMap(({ grants }) => grants).find(({ departmentId }) => departmentId && !known.has(departmentId))
  if (foreign) return `Das Amt ${foreign.departmentId} steht nicht unter departments.`
  const hasAdministrator = people.some(({ grants }) => grants.some(({ role }) => role === 'administrator'))
  return hasAdministrator ? undefined : 'Mindestens eine Person braucht die Rolle administrator.'
}

const accountId = (townId: TownId, login: string): AccountId => AccountId.parse(derivedUuid(`${townId}/account`, login.toLowerCase()))

const rowsOf = (townId: TownId, { departments, people }: FirstPeople): readonly Change[] => [
  ...departments.map(({ id, name, letterhead }, index): Change => ({ table: 'departments', row: { id, scope: TOWN_SCOPE, version: 0, name, position: index + 1, letterhead: letterhead ?? null, closedAt: null } })),
  ...(departments.every(({ letterhead }) => letterhead) ? STANDARD_TEMPLATES : []).map((row): Change => ({ table: 'letter_templates', row })),
  ...people.map(({ login, name, grants }): Change => ({
    table: 'staff',
    row: {
      id: accountId(townId, login), scope: TOWN_SCOPE, version: 0, personId: PersonId.parse(derivedUuid(`${townId}/person`, login.toLowerCase())),
      login, name, grants, deputyships: [], active: true, leavesAt: null,
    },
  })),
]
