import { setTimeout as pause } from 'node:timers/promises'
import { createRandom } from '../../service/demo/random.ts'
import { failed, nothingMeasured, startDesk, type LoadDesk, type Measured } from './desk.ts'
import { fillTowns, loginOf, townNamed } from './fill-towns.ts'
import { startIssuer } from './issuer.ts'
import { flood, type Flooded } from './flood.ts'
import { hostOf, openHouse, type House } from './processes.ts'

export interface LoadOptions {
  /** A database of its own; it is filled. */
  readonly databaseUrl: string
  readonly towns: number
  readonly desks: number
  readonly processes: number
  readonly seconds: number
  /** Every so often a desk sends a command. */
  readonly everyMs: number
  readonly seed: number
  /** Kills of one process after the other while the desks work. */
  readonly kills: number
  /** How long more is asked for than can be answered; 0 for not at all. */
  readonly floodSeconds: number
}

export interface LoadReport {
  readonly commands: { readonly count: number; readonly p50: number; readonly p99: number }
  readonly pulls: { readonly count: number; readonly p50: number; readonly p99: number }
  readonly failures: Readonly<Record<string, number>>
  /** Notes that were called done and did not arrive at a desk of their town that listened by then. */
  readonly lost: number
  /** Notes that arrived as more than one record. */
  readonly doubled: number
  /** Notes that arrived at a desk of another town. */
  readonly strayed: number
  readonly flooded: Flooded | null
}

interface Town {
  readonly index: number
  readonly desks: readonly LoadDesk[]
}

/** Lets desks of many towns work for a while and says how long they waited and whether everything arrived. */
export async function runLoad(options: LoadOptions): Promise<LoadReport> {
  const issuer = await startIssuer()
  const perTown = Math.ceil(options.desks / options.towns)
  await fillTowns(options.databaseUrl, options.towns, perTown)
  const house = await openHouse({ ...options, issuer })
  const measured = nothingMeasured()
  const lineOf = async (town: number, desk: number) => ({ port: house.port, host: hostOf(town), token: await issuer.tokenFor(townNamed(town), loginOf(desk)) })
  try {
    const towns: Town[] = []
    for (let index = 0, left = options.desks; index < options.towns; index++, left -= perTown) towns.push({ index, desks: await Promise.all(Array.from({ length: Math.min(perTown, Math.max(0, left)) }, async (_, desk) =>
      startDesk({ line: await lineOf(index, desk), everyMs: options.everyMs, random: createRandom(options.seed + index * 1_000 + desk), measured }))) })
    const desks = towns.flatMap(town => town.desks)
    await Promise.all(desks.map(desk => desk.ready))
    const steady = await workFor(options, house, measured)
    const flooded = options.floodSeconds > 0 ? await flood(await lineOf(0, 0), options.floodSeconds) : null
    // What is answered while others are being asked cannot have arrived everywhere yet.
    await Promise.all(desks.map(desk => desk.finish()))
    await settled(towns, measured)
    const judged = judge(towns)
    await Promise.all(desks.map(desk => desk.end()))
    return { ...steady, ...judged, flooded }
  } finally {
    await house.close()
    await issuer.close()
  }
}

/** What was measured until then: what a flood does to those who work meanwhile is another question. */
async function workFor({ seconds, kills, processes }: LoadOptions, house: House, measured: Measured): Promise<Pick<LoadReport, 'commands' | 'pulls' | 'failures'>> {
  for (let kill = 0; kill < kills; kill++) {
    await pause((seconds * 1_000) / (kills + 1))
    await house.kill(kill % processes)
  }
  await pause((seconds * 1_000) / (kills + 1))
  return { commands: figuresOf(measured.commandsMs), pulls: figuresOf(measured.pullsMs), failures: Object.fromEntries(measured.failures) }
}

const ARRIVES_WITHIN_MS = 20_000
const LOOKS_EVERY_MS = 250

/** Waits until everybody is where the newest answer was; whoever is not asks once more. */
async function settled(towns: readonly Town[], measured: Measured): Promise<void> {
  for (const { desks } of towns) {
    const until = Math.max(0, ...desks.flatMap(desk => [...desk.done.values()]))
    for (let waited = 0; waited < ARRIVES_WITHIN_MS && desks.some(desk => desk.position() < until); waited += LOOKS_EVERY_MS) await pause(LOOKS_EVERY_MS)
    const late = desks.filter(desk => desk.position() < until)
    if (late.length > 0) failed(measured, 'late')
    await Promise.all(late.map(desk => desk.catchUp()))
  }
}

function judge(towns: readonly Town[]): Pick<LoadReport, 'lost' | 'doubled' | 'strayed'> {
  const found = { lost: 0, doubled: 0, strayed: 0 }
  for (const { index, desks } of towns) {
    const elsewhere = towns.find(town => town.index !== index)?.desks[0]
    for (const [note, position] of desks.flatMap(desk => [...desk.done])) {
      const here = desks.filter(desk => desk.began() < position).map(desk => desk.arrivals(note))
      if (here.includes(0)) found.lost++
      if (here.some(count => count > 1)) found.doubled++
      if ((elsewhere?.arrivals(note) ?? 0) > 0) found.strayed++
    }
  }
  return found
}

function figuresOf(took: readonly number[]): LoadReport['commands'] {
  const sorted = took.toSorted((one, other) => one - other)
  const at = (share: number): number => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0)
  return { count: sorted.length, p50: at(0.5), p99: at(0.99) }
}
