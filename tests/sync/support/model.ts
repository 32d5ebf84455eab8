import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { germanDayAt } from '../../../shared/german-days.ts'
import { ApplicationId, derivedUuid, type CommandId } from '../../../shared/ids.ts'
import { ok } from '../../../shared/result.ts'
import { commandNamed } from '../../../shared/commands.ts'
import { TABLE_NAMES } from '../../../shared/tables.ts'
import { openCache, type Cache } from '../../../main/core/cache/open.ts'
import { getBase, getEffective } from '../../../main/core/cache/rows.ts'
import { systemClock } from '../../../main/core/clock.ts'
import { silentLog } from '../../../main/core/log.ts'
import { failureOf } from '../../../main/core/network/failures.ts'
import { createNetwork, type Network } from '../../../main/core/network/network.ts'
import { attentionItems, settle } from '../../../main/core/sync/attention.ts'
import { loadScopes } from '../../../main/core/sync/first-load.ts'
import { entriesIn, recordsOf } from '../../../main/core/sync/outbox.ts'
import { refreshOverlay } from '../../../main/core/sync/overlay.ts'
import { pullScope } from '../../../main/core/sync/pull.ts'
import { pushAll } from '../../../main/core/sync/push.ts'
import { heldScope } from '../../../main/core/sync/scopes.ts'
import { takeSession } from '../../../main/core/sync/sessions.ts'
import { actorIn, datasetEpoch } from '../../../main/core/sync/standing.ts'
import { submitCommand, type SubmitParts } from '../../../main/core/sync/submit.ts'
import { quickFolder } from './quick-folder.ts'
import { startTown, type TestTown } from './town.ts'
import { createWeather, type Weather } from './weather.ts'

export type Step =
  | { readonly kind: 'command'; readonly desk: number; readonly aCase: number; readonly name: string }
  | { readonly kind: 'push'; readonly desk: number; readonly fate: string }
  | { readonly kind: 'pull'; readonly desk: number }
  | { readonly kind: 'crash'; readonly desk: number }
  | { readonly kind: 'settle'; readonly desk: number; readonly how: string }
  | { readonly kind: 'rights'; readonly has: boolean }

export interface ModelTown {
  newCases(count: number): Promise<readonly ApplicationId[]>
  take(step: Step, cases: readonly ApplicationId[]): Promise<void>
  /** Lets everybody be online, push and pull until nothing moves; then what is wrong. */
  heal(cases: readonly ApplicationId[]): Promise<{
    readonly differing: readonly string[]
    readonly unaccounted: readonly CommandId[]
    readonly overlays: number
    readonly ownReleases: number
  }>
  /** Commands that ever had more than one effect. */
  doubled(): Promise<readonly string[]>
  close(): Promise<void>
}

/** A desk moved step by step, without the loop: the test decides what happens next. */
interface ModelDesk {
  readonly login: string
  readonly file: string
  readonly weather: Weather
  readonly network: Network
  cache: Cache
  parts: SubmitParts
}

const LOGINS = ['anna', 'bernd', 'carla'] as const
const KEY = new Uint8Array(32).fill(9)
const DESK_ID = '0192a000-0000-7000-8000-0000000000e1'
/** The one whose rights come and go. */
const SHIFTING = 'bernd'

export async function startModelTown(count: number): Promise<ModelTown> {
  const town = await startTown()
  const folder = quickFolder('rathaus-model-')
  const desks = await Promise.all(LOGINS.slice(0, count).map((login, index) => startDesk(town, login, join(folder, `${index}.db`))))
  const saved = new Set<CommandId>()
  return {
    newCases: async number => {
      const cases = await town.receive(number)
      for (const desk of desks) await catchUp(desk)
      return cases
    },
    take: (step, cases) => takeStep(town, desks, saved, step, cases),
    heal: async cases => {
      await town.grant(SHIFTING, 'clerk')
      for (let round = 0; round < MOST_ROUNDS && (round === 0 || desks.some(isOnItsWay)); round++) await healed(desks)
      const end = await verdict(town, desks, saved, cases)
      for (const desk of desks) for (const { id } of attentionItems(desk.cache.db)) settle(desk.cache.db, desk.parts, id, 'dismiss')
      saved.clear()
      return end
    },
    doubled: () => town.doubled(),
    close: async () => {
      for (const { cache } of desks) cache.close()
      await town.close()
      rmSync(folder, { recursive: true })
    },
  }
}

async function startDesk(town: TestTown, login: string, file: string): Promise<ModelDesk> {
  const weather = createWeather()
  const bearer = { accessToken: async () => ok(login), rejected: () => undefined }
  const network = createNetwork({ serviceUrl: town.url, fetch: weather.fetch, bearer })
  const actor = actorIn(await network.session(DESK_ID))
  const parts: SubmitParts = { actor, clock: systemClock, log: silentLog, random: bytes => new Uint8Array(randomBytes(bytes)) }
  const desk = { login, file, weather, network, parts, cache: opened(file) }
  await catchUp(desk)
  return desk
}

function opened(file: string): Cache {
  const cache = openCache({ file, key: KEY })
  if (!cache.ok) throw new Error(cache.error.code)
  return cache.value
}

/** Session, missing scopes, then everything up to the head, as the loop does it. */
async function catchUp(desk: ModelDesk): Promise<void> {
  const { cache: { db }, network } = desk
  const session = await network.session(DESK_ID)
  desk.parts = { ...desk.parts, actor: actorIn(session) }
  takeSession(db, desk.parts, session, network.marks.value)
  const scopes = session.scopes.map(({ scope }) => scope)
  const missing = scopes.filter(scope => !heldScope(db, scope))
  const signal = new AbortController().signal
  const load = { cache: desk.cache, network, datasetEpoch: () => datasetEpoch(db), onProgress: () => undefined }
  if (missing.length > 0) await loadScopes(load, missing, signal, () => {
    refreshOverlay(db, desk.parts, entriesIn(db, 'pending', 'applied').flatMap(({ sequence }) => recordsOf(db, sequence)))
  })
  const pull = { ...desk.parts, db, network, datasetEpoch: () => datasetEpoch(db), onRows: () => undefined }
  for (const scope of scopes) {
    const end = await pullScope(pull, scope)
    if (end !== 'current') throw new Error(`a pull ended with ${end}`)
  }
}

const push = ({ cache: { db }, network, parts }: ModelDesk): Promise<void> => pushAll({ ...parts, db, network, onAnswer: () => undefined })

async function takeStep(town: TestTown, desks: readonly ModelDesk[], saved: Set<CommandId>, step: Step, cases: readonly ApplicationId[]): Promise<void> {
  if (step.kind === 'rights') return town.grant(SHIFTING, step.has ? 'clerk' : null)
  const desk = desks[step.desk]
  if (!desk) throw new RangeError('no such desk')
  if (step.kind === 'command') command(desk, saved, step.name, cases[step.aCase] ?? '')
  if (step.kind === 'push') await unreliably(desk, step.fate)
  if (step.kind === 'pull') await catchUp(desk)
  if (step.kind === 'crash') {
    desk.cache.close()
    desk.cache = opened(desk.file)
  }
  if (step.kind === 'settle') {
    const [item] = attentionItems(desk.cache.db)
    const settled = item && settle(desk.cache.db, desk.parts, item.id, step.how === 'redo' ? 'redo' : 'dismiss')
    if (settled?.ok && item) saved.delete(item.id)
    if (settled?.ok && settled.value) saved.add(settled.value.commandId)
  }
}

/** Taken down for a person of the case: the same paper on every desk that does so, of which one becomes a case. */
const captureOf = (applicationId: string) => ({
  applicationId: derivedUuid(applicationId, 'paper'), serviceId: 'dog-registration', formVersion: 1, channel: 'paper',
  receivedOn: germanDayAt(systemClock.nowMs()), form: { lastName: 'Groß', dogName: 'Bello' },
})

function command({ cache: { db }, parts }: ModelDesk, saved: Set<CommandId>, name: string, applicationId: string): void {
  const decisionId = getEffective(db, 'applications', applicationId)?.decisionId
  const decision = decisionId ? getEffective(db, 'decisions', decisionId) : undefined
  const input = {
    applicationId, outcome: 'granted', reason: 'because', text: 'a text', subject: '', note: '', until: '2099-01-30',
    ...(decision ? { decisionId: decision.id, contentHash: decision.contentHash } : {}),
  }
  const found = commandNamed(name === 'send' ? 'messages.send' : `applications.${name}`)
  const result = found && submitCommand(db, parts, found, name === 'capture' ? captureOf(applicationId) : input)
  if (result?.ok) saved.add(result.value.commandId)
}

async function unreliably(desk: ModelDesk, fate: string): Promise<void> {
  const { weather } = desk
  weather.isOnline = fate !== 'lost'
  weather.loseAnswers = fate === 'answer-lost' ? 1 : 0
  weather.duplicate = fate === 'twice' ? 1 : 0
  await push(desk).catch((error: unknown) => {
    if (failureOf(error).kind !== 'away') throw error
  })
  Object.assign(weather, { isOnline: true, loseAnswers: 0, duplicate: 0 })
}

const MOST_ROUNDS = 5

const isOnItsWay = ({ cache: { db } }: ModelDesk): boolean => entriesIn(db, 'pending', 'applied').length > 0

/** Postponed commands are let go at once: healing needs no waiting. */
async function healed(desks: readonly ModelDesk[]): Promise<void> {
  for (const desk of desks) {
    desk.cache.db.prepare('UPDATE outbox SET not_before_ms = 0').run()
    await push(desk)
  }
  for (const desk of desks) await catchUp(desk)
}

/** What is not as it must be. */
async function verdict(town: TestTown, desks: readonly ModelDesk[], saved: ReadonlySet<CommandId>, cases: readonly ApplicationId[]) {
  const truth = await town.rows([...cases, ...cases.map(id => ApplicationId.parse(derivedUuid(id, 'paper')))])
  const differing = desks.flatMap(({ cache: { db }, login }) =>
    truth.filter(({ table, row }) => JSON.stringify(sorted(getBase(db, table, row.id))) !== JSON.stringify(sorted(row))).map(({ table, row }) => `${login}: ${table}/${row.id}`))
  const answers = await town.answers([...saved])
  const before = new Set(desks.flatMap(({ cache: { db } }) => attentionItems(db).map(({ id }) => id)))
  const unaccounted = [...saved].filter(id => answers.get(id) !== 'applied' && !before.has(id))
  const overlays = desks.flatMap(({ cache: { db } }) => TABLE_NAMES.map(table => db.prepare(`SELECT count(*) FROM ${table}_overlay`).pluck().get() as number))
  return {
    differing, unaccounted,
    overlays: overlays.reduce((sum, count) => sum + count, 0),
    ownReleases: truth.filter(({ table, row }) => table === 'decisions' && 'settledBy' in row && row.state === 'approved' && row.authors.some(author => author === row.settledBy)).length,
  }
}

const sorted = (row: object | undefined): unknown => row && Object.fromEntries(Object.entries(row).toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, value]) => [key, typeof value === 'object' ? JSON.stringify(value) : value]))
