import fc from 'fast-check'
import type { Actor } from '../../shared/actor.ts'
import { releaseModeFor } from '../../shared/domains/applications/rules.ts'
import { anApplication, aProposed, aTownService } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../shared/ids.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import { aCommand, testPipeline } from '../../service/commands/testing.ts'
import { commitChanges } from '../../service/store/commit.ts'
import type { Database } from '../../service/store/database.ts'
import { addTestTown, anOrigin } from '../../service/store/testing.ts'

const { id: applicationId } = anApplication()
const ordnung = DepartmentId.parse('ordnung')

/** One person alone may decide up to here. */
const SINGLE_UP_TO = 50_000
const service = aTownService({ singleUpToCents: SINGLE_UP_TO })

/** Three persons who are clerk and lead at once, each also by a second account, and each also only lent another's right. */
const PERSONS = ['1', '2', '3'] as const
const WAYS = ['first-account', 'second-account', 'deputy-of-next'] as const
type Way = (typeof WAYS)[number]

const personId = (digit: string): PersonId => PersonId.parse(`0192a000-0000-7000-8000-0000000000a${digit}`)

function actorBy(townId: TownId, person: (typeof PERSONS)[number], way: Way): Actor {
  const clerk = { role: 'clerk', departmentId: ordnung, viaPersonId: null, viaName: null } as const
  const next = PERSONS[(PERSONS.indexOf(person) + 1) % PERSONS.length] ?? '1'
  const lead = { role: 'lead', departmentId: ordnung, viaPersonId: way === 'deputy-of-next' ? personId(next) : null, viaName: way === 'deputy-of-next' ? `Person ${next}` : null } as const
  const account = way === 'second-account' ? { accountId: AccountId.parse(`0192a000-0000-7000-8000-0000000000c${person}`) } : {}
  return anActor('clerk', person, { townId, grants: [clerk, lead], ...account })
}

const stepOf = (...acts: readonly string[]) =>
  fc.record({
    person: fc.constantFrom(...PERSONS),
    way: fc.constantFrom(...WAYS),
    act: fc.constantFrom(...acts),
    /** Of a proposal: none, just small enough for one person, just too large. */
    amountCents: fc.constantFrom(null, SINGLE_UP_TO, SINGLE_UP_TO + 1),
    atOnceWithNext: fc.boolean(),
  })

interface Step {
  readonly person: (typeof PERSONS)[number]
  readonly way: Way
  readonly act: string
  readonly amountCents: number | null
  readonly atOnceWithNext: boolean
}

/** A proposal by one person over two of their ways in, then anybody's attempts; any act may come in between. */
const Round = fc
  .tuple(stepOf('claim'), fc.constantFrom(...WAYS), fc.array(stepOf('approve', 'approve', 'return', 'release', 'propose'), { minLength: 1, maxLength: 5 }))
  .map(([claim, way, others]): readonly Step[] => [
    { ...claim, atOnceWithNext: false },
    { ...claim, way, act: 'propose' },
    ...others,
  ])

export interface FourEyesFigures {
  readonly runs: number
  /** Decisions released by two persons, and by one where the amount allows it. */
  readonly released: { readonly byTwo: number; readonly byOne: number }
  /** Releases by one person where two were needed. */
  readonly broken: number
}

/**
 * Random interleavings of claims, proposals, returns and releases by persons with several accounts and lent rights, one
 * after the other and at once, through the service's own pipeline; counts releases that had too few eyes.
 */
export async function runFourEyes(database: Database, { runs, seed }: { readonly runs: number; readonly seed: number }): Promise<FourEyesFigures> {
  const released = { byTwo: 0, byOne: 0 }
  let town = 0
  let broken = 0
  const property = fc.asyncProperty(fc.array(Round, { minLength: 1, maxLength: 3 }), async rounds => {
    const steps = rounds.flat()
    const townId = TownId.parse(`town-${++town}`)
    await addTestTown(database, townId)
    await database.db.transaction().execute(trx => commitChanges(trx, anOrigin({ townId }), [{ table: 'services', row: service }]))
    for (const group of groupsOf(steps))
      await Promise.all(group.map(step => act(database, townId, step, String(steps.indexOf(step)))))
    const approved = await database.db.selectFrom('decisions').selectAll()
      .where('town_id', '=', townId).where('state', '=', 'approved').execute()
    for (const decision of approved) {
      const { authors, settled_by, settled_for, outcome, amount_cents, release_mode } = decision
      const isSingle = releaseModeFor(service, outcome, amount_cents) === 'single-by-service'
      const isByAuthor = [settled_by, settled_for].some(person => person !== null && authors.includes(person))
      if (isByAuthor && !isSingle) broken++
      if ((release_mode === 'single-by-service') !== isSingle) broken++
      if (isByAuthor) released.byOne++
      else released.byTwo++
    }
    return broken === 0
  })
  await fc.assert(property, { numRuns: runs, seed })
  return { runs, released, broken }
}

/** Steps that happen at once stand in one group. */
const groupsOf = (steps: readonly Step[]): readonly (readonly Step[])[] =>
  steps.reduce<Step[][]>((groups, step, index) => {
    if (index > 0 && steps[index - 1]?.atOnceWithNext) groups.at(-1)?.push(step)
    else groups.push([step])
    return groups
  }, [])

async function act(database: Database, townId: TownId, step: Step, label: string): Promise<void> {
  const command = await commandFor(database, townId, step, label)
  await testPipeline(database).run(actorBy(townId, step.person, step.way), [command])
}

/** As a desk that has just pulled would send it. */
async function commandFor({ db }: Database, townId: TownId, { act: name, amountCents }: Step, label: string): Promise<CommandOnWire> {
  const application = await db.selectFrom('applications').select(['version', 'decision_id']).where('town_id', '=', townId).executeTakeFirstOrThrow()
  const decision = await db.selectFrom('decisions').select(['id', 'content_hash']).where('town_id', '=', townId)
    .where('id', '=', application.decision_id ?? ('' as never)).executeTakeFirst()
  const seen = decision ? { decisionId: decision.id, contentHash: decision.content_hash, note: '', reason: 'Bitte prüfen' } : {}
  const basedOn = [{ table: 'applications' as const, id: applicationId, version: application.version }]
  return aCommand(label, `applications.${name}`, { applicationId, ...seen, ...(name === 'propose' ? aProposed({ amountCents }) : {}) }, { basedOn })
}
