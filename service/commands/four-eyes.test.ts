import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Actor } from '../../shared/actor.ts'
import { anApplication } from '../../shared/domains/applications/testing.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { AccountId, DepartmentId, PersonId, TownId } from '../../shared/ids.ts'
import type { CommandOnWire } from '../../shared/wire/commands.ts'
import type { Database } from '../store/database.ts'
import { addTestTown, testEngines } from '../store/testing.ts'
import { aCommand, testPipeline } from './testing.ts'

const seed = Number(process.env['FC_SEED'] ?? 4_711)
const RUNS = 60

const { id: applicationId } = anApplication()
const ordnung = DepartmentId.parse('ordnung')

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
    atOnceWithNext: fc.boolean(),
  })

interface Step {
  readonly person: (typeof PERSONS)[number]
  readonly way: Way
  readonly act: string
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

test.each(testEngines())('no order of acts lets one person release what they proposed on $kind', { timeout: 120_000 }, async ({ open }) => {
  const database = await open()
  let town = 0
  let released = 0
  const property = fc.asyncProperty(fc.array(Round, { minLength: 1, maxLength: 3 }), async rounds => {
    const steps = rounds.flat()
    const townId = TownId.parse(`town-${++town}`)
    await addTestTown(database, townId)
    for (const group of groupsOf(steps))
      await Promise.all(group.map(step => act(database, townId, step, String(steps.indexOf(step)))))
    const approved = await database.db.selectFrom('decisions').selectAll()
      .where('town_id', '=', townId).where('state', '=', 'approved').execute()
    for (const { authors, settled_by, settled_for } of approved) {
      expect(authors).not.toContain(settled_by)
      expect(authors).not.toContain(settled_for)
    }
    released += approved.length
  })
  try {
    await fc.assert(property, { numRuns: RUNS, seed })
    expect(released, 'the acts must also release something, or nothing was tested').toBeGreaterThan(RUNS / 10)
  } finally {
    await database.close()
  }
})

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
async function commandFor({ db }: Database, townId: TownId, { act: name }: Step, label: string): Promise<CommandOnWire> {
  const application = await db.selectFrom('applications').select(['version', 'decision_id']).where('town_id', '=', townId).executeTakeFirstOrThrow()
  const decision = await db.selectFrom('decisions').select(['id', 'content_hash']).where('town_id', '=', townId)
    .where('id', '=', application.decision_id ?? ('' as never)).executeTakeFirst()
  const seen = decision
    ? { decisionId: decision.id, contentHash: decision.content_hash, note: '', reason: 'Bitte prüfen' }
    : { outcome: 'granted', reason: '' }
  const basedOn = [{ table: 'applications' as const, id: applicationId, version: application.version }]
  return aCommand(label, `applications.${name}`, { applicationId, ...seen, ...(name === 'propose' ? { outcome: 'granted', reason: '' } : {}) }, { basedOn })
}
