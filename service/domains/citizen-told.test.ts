import { beforeAll, expect, test } from 'vitest'
import { commandNamed } from '../../shared/commands.ts'
import { hashOfDecision } from '../../shared/domains/applications/rules.ts'
import { aDecision } from '../../shared/domains/applications/testing.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import type { Actor } from '../../shared/actor.ts'
import { CommandId, derivedUuid } from '../../shared/ids.ts'
import { instantFromMs } from '../../shared/time.ts'
import { createPipeline, type Pipeline } from '../commands/pipeline.ts'
import { aSubmission, townForCitizens, TOWN_ID, type TestTown } from '../intake/testing.ts'
import { loadRecords } from '../store/records.ts'
import { EFFECTS } from './effects.ts'

let town: TestTown
let pipeline: Pipeline
beforeAll(async () => {
  town = await townForCitizens()
  pipeline = createPipeline({ database: town.database, clock: town.clock, effects: EFFECTS, guards: new Map(), completions: new Map(), onUnexpected: error => { throw error } })
  return () => town.database.close()
})

let commands = 0

async function run(actor: Actor, name: string, input: object): Promise<void> {
  const id = CommandId.parse(derivedUuid('citizen-told', `${commands++}`))
  const based = 'applicationId' in input ? [{ table: 'applications' as const, id: String(input.applicationId), version: (await theCase(String(input.applicationId))).version }] : []
  const version = commandNamed(name)?.version ?? 0
  const recordedAt = instantFromMs(town.clock.nowMs())
  const [answer] = await pipeline.run(actor, [{ id, name, version, input: input as never, basedOn: based, after: [], recordedAt }])
  expect(answer).toEqual({ kind: 'applied', id, position: expect.any(Number) })
}

async function theCase(id: string): Promise<Application> {
  const rows = await loadRecords(town.database.db, TOWN_ID, [{ table: 'applications', id }], false)
  return rows.get(`applications/${id}`) as Application
}

/** A clerk's own steps; without them no decision can be proposed. */
async function requiredTasks(applicationId: string): Promise<readonly string[]> {
  const tasks = await town.database.db.selectFrom('tasks').select('id')
    .where('town_id', '=', TOWN_ID).where('application_id', '=', applicationId as Application['id']).where('is_required', '=', true).execute()
  return tasks.map(({ id }) => id)
}

test('from the application to the decision: claimed, asked, proposed, released, and the citizen finds all of it', async () => {
  const receipt = await town.intake.submit(aSubmission())
  if (!receipt.ok) throw new Error(receipt.error.code)
  const { applicationId, mailbox } = receipt.value
  const clerk = anActor('clerk', '1')
  await run(clerk, 'applications.claim', { applicationId })
  town.clock.set(town.clock.nowMs() + 60_000)
  await run(clerk, 'messages.send', { applicationId, subject: 'Rückfrage', text: 'Ist der Hund gechippt?' })
  for (const taskId of await requiredTasks(applicationId)) await run(clerk, 'tasks.finish', { applicationId, taskId })
  await run(clerk, 'applications.propose', { applicationId, outcome: 'granted', reason: '' })
  town.clock.set(town.clock.nowMs() + 60_000)
  const { decisionId } = await theCase(applicationId)
  const contentHash = hashOfDecision(await theCase(applicationId), aDecision())
  await run(anActor('lead', '2'), 'applications.approve', { applicationId, decisionId, contentHash, note: '' })

  const contents = await town.mailboxes.get(mailbox)
  expect(contents).toMatchObject({
    ok: true,
    value: {
      application: { status: 'decided' },
      messages: [
        { subject: 'Ihr Antrag ist eingegangen', providedAt: '2026-11-22T09:00:00.000Z' },
        { subject: 'Rückfrage', text: 'Ist der Hund gechippt?', providedAt: '2026-11-22T09:01:00.000Z', authorName: 'Person 1' },
        { subject: expect.stringMatching(/^Entscheidung/), providedAt: '2026-11-22T09:02:00.000Z', text: expect.stringContaining('entsprochen') },
      ],
    },
  })
  const jobs = await town.database.db.selectFrom('jobs').select(['priority', 'payload']).orderBy('created_at').execute()
  expect(jobs).toEqual([0, 0, 10].map(priority => ({ priority, payload: { applicationId } })))
})
