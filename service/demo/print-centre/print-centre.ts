import { randomBytes } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import * as z from 'zod'
import { germanDayAt } from '../../../shared/german-days.ts'
import type { PrintCentreSettings } from '../../domains/notices/print-centre/print-centre-settings.ts'
import { createKeptLetters, IncomingLetter, type KeptLetter, type KeptLetters, type Pace, type Problem } from './kept-letters.ts'
import { letterPage } from './letter-page.ts'

/** What the simulator does to a call: answers it, does it and loses the answer, drops it unread, or says that it is busy. */
export type CallFate = 'answers' | 'loses-answer' | 'drops' | 'is-busy' | 'breaks'

export interface PrintCentreSimulator {
  /** Of the page that shows what has come in; `/letters.json` below it says the same. */
  readonly url: string
  /** For the service. */
  readonly settings: Pick<PrintCentreSettings, 'printCentreUrl' | 'printCentreVendor' | 'printCentreEkp' | 'printCentreSecret' | 'printCentrePassword'>
  /** All that came in, the oldest first. */
  letters(): readonly KeptLetter[]
  /** Lets a letter go that waits in the queue. */
  release(letterID: number): void
  /** Forgets every token that was given out. */
  signEverybodyOut(): void
  close(): Promise<void>
}

export interface SimulatorParts {
  readonly nowMs: () => number
  readonly pace: Pace
  /** By path, for every call but the sign-in. */
  readonly fate?: (path: string) => CallFate
  readonly failsLater?: (letter: IncomingLetter) => Problem | null
  /** With which code the way of a registered letter ends; `DELIVERED` where nothing else is said. */
  readonly endsWith?: (letter: KeptLetter['letter']) => string
}

const TOKEN_FOR_MS = 86_400_000
const CREDENTIALS = { vendorID: 'demo-town', ekp: '1234567890', secret: randomBytes(12).toString('hex'), password: randomBytes(12).toString('hex') }

/** A print centre on loopback with the interface of the real one; it prints nothing. */
export async function startPrintCentre({ nowMs, pace, fate = () => 'answers', failsLater = () => null, endsWith = () => 'DELIVERED' }: SimulatorParts): Promise<PrintCentreSimulator> {
  const kept = createKeptLetters({ nowMs, pace, failsLater, endsWith })
  const tokens = new Map<string, number>()
  const desk: Desk = { kept, tokens, nowMs, fate }
  const server = createServer((request, response) => void take(desk, request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    settings: { printCentreUrl: `${url}/api`, printCentreVendor: CREDENTIALS.vendorID, printCentreEkp: CREDENTIALS.ekp, printCentreSecret: CREDENTIALS.secret, printCentrePassword: CREDENTIALS.password },
    letters: kept.all,
    release: letterID => void kept.releaseQueued([letterID]),
    signEverybodyOut: () => tokens.clear(),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

interface Desk {
  readonly kept: KeptLetters
  readonly tokens: Map<string, number>
  readonly nowMs: () => number
  readonly fate: (path: string) => CallFate
}

interface Answer {
  readonly status: number
  readonly body: unknown
}

async function take(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://localhost')
  if (!url.pathname.startsWith('/api/')) return shown(desk, url.pathname, response)
  const path = url.pathname.slice('/api'.length)
  const body = request.method === 'POST' ? await json(request) : null
  if (path === '/HealthCheck') return send(response, { status: 200, body: 'OK' })
  if (path === '/Login') return send(response, signIn(desk, body))
  const fate = desk.fate(path)
  if (fate === 'drops') return void response.destroy()
  if (fate === 'is-busy') return void response.writeHead(429, { 'retry-after': '1' }).end()
  if (fate === 'breaks') return void response.writeHead(503).end()
  const answer = isSignedIn(desk, request) ? answerTo(desk, request.method ?? '', path, url.searchParams, body) : { status: 401, body: [] }
  if (fate === 'loses-answer') response.destroy()
  else send(response, answer)
}

const send = (response: ServerResponse, { status, body }: Answer): void => void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))

async function json(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return null
  }
}

function signIn({ tokens, nowMs }: Desk, body: unknown): Answer {
  const given = z.object({ vendorID: z.string(), ekp: z.string(), secret: z.string(), password: z.string() }).safeParse(body).data
  if (!given || JSON.stringify(given) !== JSON.stringify(CREDENTIALS)) return { status: 401, body: [{ code: 'E001', description: 'Anmeldung nicht möglich.' }] }
  const token = randomBytes(24).toString('base64url')
  tokens.set(token, nowMs() + TOKEN_FOR_MS)
  return { status: 200, body: { token } }
}

function isSignedIn({ tokens, nowMs }: Desk, { headers: { authorization = '' } }: IncomingMessage): boolean {
  return (tokens.get(authorization.replace(/^Bearer /, '')) ?? 0) > nowMs()
}

const Ids = z.array(z.coerce.number()).max(1_000)

function answerTo(desk: Desk, method: string, path: string, asked: URLSearchParams, body: unknown): Answer {
  const { kept } = desk
  const told = (letters: readonly KeptLetter[]): Answer => ({ status: 200, body: letters.map(letter => statusOf(kept, letter)) })
  const ids = Ids.safeParse(body).data ?? []
  const one = /^\/Letter\/(\d+)$/.exec(path)
  if (method === 'POST' && path === '/Letter') return takeLetters(desk, body)
  if (method === 'POST' && path === '/Letter/StatusQuery') return told(ids.flatMap(id => kept.byId(id) ?? []))
  if (method === 'POST' && path === '/Letter/CancelQueued') return { status: 200, body: { count: kept.cancelQueued(ids) } }
  if (method === 'POST' && path === '/Letter/ReleaseQueued') return { status: 200, body: { count: kept.releaseQueued(ids) } }
  if (method === 'GET' && path === '/Letter/Custom1') return told(kept.all().filter(({ letter }) => letter.custom1 === asked.get('custom1')))
  if (method === 'GET' && path === '/Letter/Registered') return told(registeredBetween(kept, asked.get('fromDate') ?? '', asked.get('tillDate') ?? ''))
  if (method === 'GET' && path === '/Letter/Batch') return told(kept.all().filter(({ letter }) => letter.batchID === Number(asked.get('batchID'))))
  if (method === 'GET' && path === '/Letter/Open') return told(kept.all().filter(letter => kept.statusOf(letter) < 4))
  const letter = method === 'GET' && one ? kept.byId(Number(one[1])) : undefined
  return letter ? { status: 200, body: statusOf(kept, letter) } : { status: 404, body: [] }
}

/** By the German days on which they came in. */
function registeredBetween(kept: KeptLetters, from: string, till: string): readonly KeptLetter[] {
  return kept.all().filter(({ letter, takenMs }) => letter.registeredLetter !== undefined && germanDayAt(takenMs) >= from && germanDayAt(takenMs) <= till)
}

/** Letters that cannot be read make the whole call wrong; what is wrong with one that can be read is said of that one. */
function takeLetters({ kept }: Desk, body: unknown): Answer {
  const letters = z.array(IncomingLetter).min(1).max(100).safeParse(body)
  if (!letters.success) return { status: 400, body: letters.error.issues.slice(0, 10).map(({ path }) => ({ code: 'E100', description: `Das Feld ${path.join('.')} ist nicht gültig.` })) }
  return {
    status: 200,
    body: letters.data.map(letter => {
      const taken = kept.take(letter)
      return 'letterID' in taken ? { fileName: letter.fileName, letterID: taken.letterID } : { fileName: letter.fileName, errorList: [taken] }
    }),
  }
}

function statusOf(kept: KeptLetters, letter: KeptLetter): object {
  const { letterID, letter: { fileName, custom1, testFlag, registeredLetter }, problem, takenMs } = letter
  const statusID = kept.statusOf(letter)
  const dispatched = kept.dispatchedMs(letter)
  const track = kept.trackOf(letter)
  return {
    letterID, fileName, custom1: custom1 ?? null, testFlag, statusID, createdDate: new Date(takenMs).toISOString(), printFeedbackDate: dispatched === null ? null : new Date(dispatched).toISOString(),
    registeredLetter: registeredLetter ?? null, registeredLetterStatus: track?.code ?? null, registeredLetterStatusDate: track ? germanDayAt(track.sinceMs) : null,
    errorList: statusID === 99 && problem ? [problem] : [],
  }
}

/** What has come in, for people and for programs. */
function shown({ kept }: Desk, path: string, response: ServerResponse): void {
  const pdf = /^\/letters\/(\d+)\.pdf$/.exec(path)
  const file = pdf && kept.byId(Number(pdf[1]))?.pdf
  if (file) return void response.writeHead(200, { 'content-type': 'application/pdf' }).end(file)
  if (path === '/letters.json') {
    return send(response, { status: 200, body: kept.all().map(letter => ({ ...statusOf(kept, letter), sha256: letter.sha256, to: [letter.letter.addressLine1, letter.letter.zipCode, letter.letter.city].join(', ') })) })
  }
  if (path === '/') return void response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'" }).end(letterPage(kept))
  return send(response, { status: 404, body: {} })
}
