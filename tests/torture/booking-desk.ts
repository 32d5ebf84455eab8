import { aPlace, aService, counterId } from '../../shared/domains/appointments/testing.ts'
import type { Appointment } from '../../shared/domains/appointments/tables.ts'
import { anActor } from '../../shared/domains/staff/testing.ts'
import { AppointmentId, derivedUuid, type ResourceId, type TownId } from '../../shared/ids.ts'
import type { Json } from '../../shared/json.ts'
import { instantFromMs, type Instant } from '../../shared/time.ts'
import type { CommandAnswer, CommandOnWire } from '../../shared/wire/commands.ts'
import type { Random } from '../bench/random.ts'
import { aCommand, commandId, testPipeline } from '../../service/commands/testing.ts'
import type { Pipeline } from '../../service/commands/pipeline.ts'
import { COMPLETIONS } from '../../service/domains/completions.ts'
import { guardsFor } from '../../service/domains/guards.ts'
import type { Database } from '../../service/store/database.ts'
import { loadRecords } from '../../service/store/records.ts'
import { note, type Sent, type Tally } from './booking-tally.ts'

export const COUNTERS = 4
const DAYS = 10
/** On one day, every five minutes. */
const STARTS = 45
/** Monday, 7 December 2026, 08:00 in Germany. */
const FIRST_MS = Date.UTC(2026, 11, 7, 7)
/** As many commands wait at most on a desk that is offline. */
const LONGEST_OUTBOX = 8
/** One attempt in so many is followed by several desks that want one time at the same moment. */
const RUSH_EVERY = 20
/** How often a desk comes again that is told to. */
const PATIENCE = 50

export interface Desk {
  readonly database: Database
  readonly town: TownId
  readonly number: number
  readonly attempts: number
  readonly random: Random
  /** Its commands rest on what it saw before, and it does not hear the answer the first time. */
  readonly isOftenOffline: boolean
  readonly tally: Tally
}

/** One desk's day: what comes into its outbox is sent at once, or a few commands later and twice. */
export async function workAtDesk(desk: Desk): Promise<void> {
  const { database, number, attempts, random, isOftenOffline } = desk
  const pipeline = testPipeline(database, { guards: guardsFor(true, { live: new Set(), training: new Set() }), completions: COMPLETIONS })
  let outbox: Sent[] = []
  for (let attempt = 0; attempt < attempts; attempt++) {
    outbox.push(await nextCommand(desk, { label: `${number}/${attempt}`, at: someTime(random), outbox }))
    if (isOftenOffline && attempt + 1 < attempts && outbox.length <= random.below(LONGEST_OUTBOX)) continue
    const sent = outbox
    outbox = []
    const came = await transfer(desk, pipeline, sent)
    for (const appointmentId of came) await callAtOnce(desk, pipeline, appointmentId)
    if (random.below(RUSH_EVERY) === 0) await moveAtOnce(desk, pipeline, `rush/${number}/${attempt}`)
  }
}

/** Sends commands and notes the answers; gives the persons who are here now. */
async function transfer(desk: Desk, pipeline: Pipeline, sent: readonly Sent[]): Promise<readonly string[]> {
  const commands = sent.map(({ command }) => command)
  const answers = await (desk.isOftenOffline ? sendTwice(desk, pipeline, commands) : sendAs(desk, pipeline, desk.number, commands))
  return sent.flatMap((one, index) => (note(desk.tally, one, answers[index]) && one.as.status === 'waiting' ? [one.appointmentId] : []))
}

/** The answer is lost, or comes so late that the desk asks again meanwhile. */
async function sendTwice(desk: Desk, pipeline: Pipeline, commands: readonly CommandOnWire[]): Promise<readonly CommandAnswer[]> {
  const send = (): Promise<readonly CommandAnswer[]> => sendAs(desk, pipeline, desk.number, commands)
  const [first, second] = desk.random.below(2) === 0 ? await Promise.all([send(), send()]) : [await send(), await send()]
  desk.tally.contradicted += first.filter((answer, index) => told(answer) !== told(second[index])).length
  return second
}

const told = (answer: CommandAnswer | undefined): string =>
  `${answer?.kind ?? 'none'} ${answer?.kind === 'applied' ? answer.position : answer?.kind === 'refused' ? answer.code : ''}`

/** There are nine persons, and a desk that is told to come again does. */
async function sendAs({ town }: Desk, pipeline: Pipeline, person: number, commands: readonly CommandOnWire[]): Promise<readonly CommandAnswer[]> {
  const actor = anActor('clerk', String(1 + (person % 9)), { townId: town })
  let answers = await pipeline.run(actor, commands)
  for (let again = 0; again < PATIENCE && answers.some(({ kind }) => kind === 'retry'); again++) answers = await pipeline.run(actor, commands)
  return answers
}

/** Four desks move different appointments to the same time at the same moment: nothing but the time itself stands between them. */
async function moveAtOnce(desk: Desk, pipeline: Pipeline, label: string): Promise<void> {
  const { random, tally } = desk
  const at = someTime(random)
  const moved = new Set(tally.open.length === 0 ? [] : [1, 2, 3, 4].map(() => random.pick(tally.open)))
  const sent = await Promise.all([...moved].map((id, index) => moveTo(desk, `${label}/${index}`, id, at, [])))
  await Promise.all(sent.map(async (one, index) => {
    const [answer] = await sendAs(desk, pipeline, desk.number + index, [one.command])
    note(tally, one, answer)
  }))
}

/** Three counters want the same person at the same moment; whoever gets them serves them. */
async function callAtOnce(desk: Desk, pipeline: Pipeline, appointmentId: string): Promise<void> {
  const basedOn = await seen(desk, appointmentId)
  await Promise.all([1, 2, 3].map(async counter => {
    const label = `call/${appointmentId}/${counter}`
    const command = aCommand(label, 'appointments.call', { appointmentId, counterId: counterId(counter), again: false }, { basedOn })
    const person = desk.number + counter
    const called: Sent = { command, appointmentId, as: { status: 'called', counterId: counterId(counter), servedByName: `Person ${1 + (person % 9)}` } }
    const [answer] = await sendAs(desk, pipeline, person, [command])
    if (!note(desk.tally, called, answer) || desk.random.below(2) === 0) return
    const finish = aCommand(`finish/${label}`, 'appointments.step', { appointmentId, step: 'finish' })
    const [finished] = await sendAs(desk, pipeline, person, [finish])
    note(desk.tally, { command: finish, appointmentId, as: { ...called.as, status: 'finished' } }, finished)
  }))
}

interface Time {
  readonly resourceId: ResourceId
  readonly startsAt: Instant
}

interface Next {
  readonly label: string
  readonly at: Time
  readonly outbox: readonly Sent[]
}

/** A new booking or a walk-in, or something about an appointment that may be another desk's too. */
async function nextCommand(desk: Desk, { label, at, outbox }: Next): Promise<Sent> {
  const { random, tally } = desk
  const known = [...tally.open, ...outbox.flatMap(({ command, appointmentId }) => (command.name === 'appointments.book' ? [appointmentId] : []))]
  if (known.length === 0 || random.below(3) > 0) return newcomer(random.below(12) === 0, label, at)
  const appointmentId = random.pick(known)
  const before = outbox.filter(one => one.appointmentId === appointmentId).map(({ command }) => command.id)
  const chance = random.below(8)
  if (chance === 0) return about(desk, label, appointmentId, { name: 'step', input: { step: 'arrive' }, as: { status: 'waiting' }, after: before })
  if (chance < 4) return about(desk, label, appointmentId, { name: 'cancel', input: {}, as: { status: 'cancelled' }, after: before })
  return moveTo(desk, label, appointmentId, at, before)
}

const moveTo = (desk: Desk, label: string, appointmentId: string, at: Time, after: About['after']): Promise<Sent> =>
  about(desk, label, appointmentId, { name: 'move', input: { minutes: 15, ...at }, as: { status: 'booked', ...at }, after })

interface About {
  readonly name: string
  readonly input: Readonly<Record<string, Json>>
  readonly as: Partial<Appointment>
  readonly after: readonly CommandOnWire['id'][]
}

async function about(desk: Desk, label: string, appointmentId: string, { name, input, as, after }: About): Promise<Sent> {
  const command = aCommand(label, `appointments.${name}`, { appointmentId, ...input }, { basedOn: await seen(desk, appointmentId), after: [...after] })
  return { command, appointmentId, as }
}

function newcomer(isWalkIn: boolean, label: string, at: Time): Sent {
  const wanted = { placeId: aPlace().id, serviceIds: [aService().id], persons: 1, name: 'Änne Großkopf', email: null, phone: null, note: '' }
  const appointmentId = derivedUuid(commandId(label), 'appointment')
  if (isWalkIn) return { command: aCommand(label, 'appointments.walk-in', { ...wanted, priority: 2 }), appointmentId, as: { status: 'waiting', resourceId: null } }
  return { command: aCommand(label, 'appointments.book', { ...wanted, channel: 'telephone', ...at }), appointmentId, as: { status: 'booked', ...at } }
}

/** The version that a desk sees now. */
async function seen({ database: { db }, town }: Desk, id: string): Promise<CommandOnWire['basedOn']> {
  const rows = await loadRecords(db, town, [{ table: 'appointments', id: AppointmentId.parse(id) }], false)
  const version = rows.get(`appointments/${id}`)?.version
  return version === undefined ? [] : [{ table: 'appointments', id, version }]
}

/** A start on the grid of five minutes on a working day, so that appointments of a quarter of an hour lie across each other. */
function someTime(random: Random): Time {
  const day = random.below(DAYS)
  const weekends = Math.floor(day / 5) * 2
  return { resourceId: counterId(1 + random.below(COUNTERS)), startsAt: instantFromMs(FIRST_MS + (day + weekends) * 86_400_000 + random.below(STARTS) * 300_000) }
}
