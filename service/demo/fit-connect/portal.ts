import { randomBytes, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { compactDecrypt, exportJWK, generateKeyPair, type CryptoKey, type JWK } from 'jose'
import type { FitConnectSettings } from '../../fit-connect/fit-connect-settings.ts'
import { callbackSignature } from '../../fit-connect/callback/verify.ts'
import type { AuthenticationTags } from '../../fit-connect/connection/on-wire.ts'
import { brokenBy } from './broken.ts'
import { inventedForm } from './invented-form.ts'
import { keptPortal, type KeptPortal, type KeptSubmission, type NewSubmission } from './kept.ts'
import { portalPage } from './portal-page.ts'
import { sealedForm, type SentForm } from './sender.ts'

/** What the simulator does to a call: answers it, does it and loses the answer, drops it unread, or says that it is busy. */
export type CallFate = 'answers' | 'loses-answer' | 'drops' | 'is-busy' | 'breaks'

export interface PortalSimulator {
  /** Of the page that shows what was sent; a `POST` to `/demo/submissions` sends one. */
  readonly url: string
  /** For the service. */
  readonly settings: Pick<FitConnectSettings, 'fitConnectSubmissionUrl' | 'fitConnectDestinationUrl' | 'fitConnectTokenUrl' | 'fitConnectClient' | 'fitConnectSecret' | 'fitConnectDestinations' | 'fitConnectCallbackSecret'>
  readonly kept: KeptPortal
  /** Sends a form for its destination, once the destination has a key. */
  send(form: Omit<SentForm, 'destinationId' | 'replyKey'> & Partial<Pick<SentForm, 'destinationId' | 'replyKey'>>): Promise<NewSubmission>
  /** Puts there what no honest sender sends. */
  put(submission: NewSubmission, tags?: AuthenticationTags): Promise<void>
  /** What a sender reads of an answer. */
  openReply(replyId: string): Promise<{ readonly data: unknown; readonly files: readonly Uint8Array[] }>
  /** A callback as the portal signs it. */
  callback(body: object, atMs?: number): { readonly headers: Readonly<Record<string, string>>; readonly body: string }
  /** Forgets every token that was given out. */
  signEverybodyOut(): void
  close(): Promise<void>
}

export interface PortalParts {
  readonly nowMs: () => number
  readonly destinations?: readonly string[]
  /** By path, for every call but the sign-in. */
  readonly fate?: (path: string, method: string) => CallFate
  /** So long every answer takes. */
  readonly delayMs?: number
}

const DEMO_DESTINATION = '879ee109-a690-4db8-ab32-424284184d7d'
const TOKEN_FOR_S = 1_800
const API = '/submission-api'
const DESTINATIONS = '/destination-api'

/** The state's portal on loopback, with the interface of the real one. */
export async function startPortal({ nowMs, destinations = [DEMO_DESTINATION], fate = () => 'answers', delayMs = 0 }: PortalParts): Promise<PortalSimulator> {
  const secrets = { client: 'demo-town', secret: randomBytes(16).toString('hex'), callback: randomBytes(32).toString('hex') }
  let url = 'http://127.0.0.1'
  const kept = await keptPortal(nowMs, destinations, () => `${url}${API}`)
  const citizen = await generateKeyPair('RSA-OAEP-256', { extractable: true })
  const replyKey: JWK = { ...await exportJWK(citizen.publicKey), kid: randomUUID(), alg: 'RSA-OAEP-256', key_ops: ['wrapKey'] }
  const tokens = new Map<string, number>()
  const send: PortalSimulator['send'] = async form => {
    const destinationId = form.destinationId ?? destinations[0] ?? ''
    const submission = await sealedForm({ replyKey, ...form, destinationId }, await keyOf(kept, destinationId))
    await kept.take(submission)
    return submission
  }
  const sendOne: Desk['sendOne'] = async (version, how) => {
    const form = inVersion(inventedForm(randomBytes(4).readUInt32LE()), version)
    const change = brokenBy(how)
    if (!change) return (await send(form)).submissionId
    const destinationId = destinations[0] ?? ''
    const submission = change(await sealedForm({ replyKey, ...form, destinationId }, await keyOf(kept, destinationId)))
    await kept.take(submission)
    return submission.submissionId
  }
  const desk: Desk = { kept, tokens, nowMs, fate, delayMs, secrets, sendOne, openReply: id => openReply(kept, id, citizen.privateKey) }
  const server = createServer((request, response) => void take(desk, request, response).catch(() => response.destroy()))
  await new Promise<void>((resolve, reject) => {
    server.on('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url, kept, send,
    settings: {
      fitConnectSubmissionUrl: `${url}${API}`, fitConnectDestinationUrl: `${url}${DESTINATIONS}`, fitConnectTokenUrl: `${url}/token`, fitConnectClient: secrets.client, fitConnectSecret: secrets.secret,
      fitConnectDestinations: destinations, fitConnectCallbackSecret: secrets.callback,
    },
    put: (submission, tags) => kept.take(submission, tags),
    openReply: replyId => openReply(kept, replyId, citizen.privateKey),
    callback: (said, atMs = nowMs()) => {
      const [timestamp, body] = [String(Math.floor(atMs / 1_000)), JSON.stringify(said)]
      return { body, headers: { 'content-type': 'application/json', 'callback-timestamp': timestamp, 'callback-authentication': callbackSignature(secrets.callback, timestamp, Buffer.from(body)) } }
    },
    signEverybodyOut: () => tokens.clear(),
    close: async () => {
      server.closeAllConnections()
      await new Promise<void>(resolve => server.close(() => resolve()))
    },
  }
}

async function keyOf(kept: KeptPortal, destinationId: string): Promise<JWK> {
  const destination = kept.destinations.get(destinationId)
  const key = destination?.keys.get(destination.encryptionKid ?? '')
  if (!key) throw new Error('the destination has no key yet')
  return key
}

const inVersion = <Form extends { readonly schemaUri: string }>(form: Form, version: string | null): Form =>
  (version !== null && /^\d{1,3}\.\d{1,3}$/.test(version) ? { ...form, schemaUri: form.schemaUri.replace(/_\d+\.\d+/, `_${version}`) } : form)

const hasKey = ({ destinations }: KeptPortal): boolean => [...destinations.values()].every(({ encryptionKid }) => encryptionKid !== null)

async function openReply(kept: KeptPortal, replyId: string, key: CryptoKey): Promise<{ readonly data: unknown; readonly files: readonly Uint8Array[] }> {
  const sent = kept.replies.get(replyId)
  if (!sent) throw new Error('there is no such reply')
  const opened = async (jwe: string): Promise<Uint8Array> => (await compactDecrypt(jwe, key)).plaintext
  const files: Uint8Array[] = []
  for (const jwe of sent.attachments.values()) files.push(await opened(jwe))
  return { data: JSON.parse(Buffer.from(await opened(sent.data)).toString('utf8')), files }
}

interface Desk {
  readonly kept: KeptPortal
  readonly tokens: Map<string, number>
  readonly nowMs: () => number
  readonly fate: NonNullable<PortalParts['fate']>
  readonly delayMs: number
  readonly secrets: { readonly client: string; readonly secret: string }
  /** `version`: of the form's schema, where it is not the one that the town knows; `how` it is broken, where it is. */
  readonly sendOne: (version: string | null, how: string | null) => Promise<string>
  readonly openReply: PortalSimulator['openReply']
}

interface Answer {
  readonly status: number
  readonly body?: unknown
  readonly type?: string
}

async function take(desk: Desk, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://localhost')
  const method = request.method ?? 'GET'
  const body = method === 'GET' ? '' : await textOf(request)
  await desk.kept.sweep()
  if (path === '/token') return reply(response, signIn(desk, new URLSearchParams(body)))
  if (!path.startsWith(API) && !path.startsWith(DESTINATIONS)) return reply(response, await shown(desk, { method, path, searchParams }))
  if (desk.delayMs > 0) await pause(desk.delayMs)
  const fate = desk.fate(path, method)
  if (fate === 'drops') return void response.destroy()
  if (fate === 'is-busy') return void response.writeHead(429, { 'retry-after': '1' }).end()
  if (fate === 'breaks') return void response.writeHead(503).end()
  const isOpen = path === `${API}/.well-known/jwks.json` || isSignedIn(desk, request)
  const answer = isOpen ? await answerTo(desk, { method, path, searchParams, body }) : { status: 401 }
  if (fate === 'loses-answer') response.destroy()
  else reply(response, answer)
}

function reply(response: ServerResponse, { status, body, type = 'application/json' }: Answer): void {
  response.writeHead(status, body === undefined ? {} : { 'content-type': type })
  response.end(body === undefined ? '' : typeof body === 'string' && type !== 'application/json' ? body : JSON.stringify(body))
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}

function signIn({ tokens, nowMs, secrets }: Desk, given: URLSearchParams): Answer {
  if (given.get('grant_type') !== 'client_credentials' || given.get('client_id') !== secrets.client || given.get('client_secret') !== secrets.secret) return { status: 401, body: { error: 'invalid_client' } }
  const token = randomBytes(24).toString('base64url')
  tokens.set(token, nowMs() + TOKEN_FOR_S * 1_000)
  return { status: 200, body: { access_token: token, token_type: 'Bearer', expires_in: TOKEN_FOR_S } }
}

const isSignedIn = ({ tokens, nowMs }: Desk, { headers: { authorization = '' } }: IncomingMessage): boolean => (tokens.get(authorization.replace(/^Bearer /, '')) ?? 0) > nowMs()

async function shown({ kept, sendOne, openReply: read }: Desk, { method, path, searchParams }: Omit<Asked, 'body'>): Promise<Answer> {
  const all = [...kept.submissions.values()].map(({ submissionId, caseId, sentMs, settled, problems }) => ({ submissionId, caseId, sentMs, settled, problems }))
  if (method === 'POST' && path === '/demo/submissions') return hasKey(kept) ? { status: 201, body: { submissionId: await sendOne(searchParams.get('version'), searchParams.get('broken')) } } : { status: 503 }
  if (path === '/submissions.json') return { status: 200, body: { submissions: all, replies: kept.replies.size } }
  // What the citizen reads of the town's answers.
  if (path === '/replies.json') return { status: 200, body: { replies: await Promise.all([...kept.replies.values()].map(async ({ replyId, caseId }) => ({ caseId, said: (await read(replyId)).data }))) } }
  return path === '/' ? { status: 200, body: portalPage(all, kept.replies.size), type: 'text/html; charset=utf-8' } : { status: 404 }
}

interface Asked {
  readonly method: string
  readonly path: string
  readonly searchParams: URLSearchParams
  readonly body: string
}

const UUID = '([0-9a-f-]{36})'
type Route = readonly [method: string, path: RegExp, answer: (kept: KeptPortal, ids: readonly string[], asked: Asked) => Answer | Promise<Answer>]

const at = (path: string): RegExp => new RegExp(`^${path.replaceAll(':id', UUID)}$`)

const ROUTES: readonly Route[] = [
  ['GET', at(`${API}/.well-known/jwks.json`), kept => ({ status: 200, body: { keys: [kept.openKey] } })],
  ['GET', at(`${API}/v2/submissions`), list],
  ['GET', at(`${API}/v2/submissions/:id`), (kept, [id = '']) => submissionAnswer(kept.submissions.get(id))],
  ['GET', at(`${API}/v2/submissions/:id/attachments/:id`), (kept, [id = '', file = '']) => {
    const jwe = open(kept.submissions.get(id))?.attachments.get(file)
    return jwe === undefined ? { status: 404 } : { status: 200, body: jwe, type: 'application/jose' }
  }],
  ['GET', at(`${API}/v2/cases/:id/events`), (kept, [caseId], { searchParams }) => {
    const log = [...kept.submissions.values()].filter(known => known.caseId === caseId).flatMap(known => known.log)
    const { offset, limit } = rangeOf(searchParams)
    return { status: 200, body: { offset, count: log.slice(offset, offset + limit).length, totalCount: log.length, eventLog: log.slice(offset, offset + limit) } }
  }],
  ['POST', at(`${API}/v2/cases/:id/events`), async (kept, [caseId = ''], { body }) => ({ status: await kept.told(caseId, body) })],
  ['GET', at(`${API}/v2/destinations/:id`), (kept, [id = '']) => {
    const destination = kept.destinations.get(id)
    return destination ? { status: 200, body: { destinationId: id, status: 'active', encryptionKid: destination.encryptionKid } } : { status: 404 }
  }],
  ['POST', at(`${DESTINATIONS}/v2/destinations/:id/keys`), (kept, [id = ''], { body }) => addKey(kept, id, JSON.parse(body) as JWK)],
  ['PATCH', at(`${DESTINATIONS}/v2/destinations/:id`), (kept, [id = ''], { body }) => {
    const [destination, { encryptionKid }] = [kept.destinations.get(id), JSON.parse(body) as { readonly encryptionKid: string }]
    if (!destination?.keys.has(encryptionKid)) return { status: 422 }
    destination.encryptionKid = encryptionKid
    return { status: 200, body: {} }
  }],
  ['PUT', at(`${API}/v2/replies/:id/attachments/:id`), (kept, [id = '', file = ''], { body }) => {
    kept.replyFiles.set(id, new Map([...(kept.replyFiles.get(id) ?? []), [file, body]]))
    return { status: 204 }
  }],
  ['PUT', at(`${API}/v2/replies/:id`), (kept, [id = ''], { body }) => takeReply(kept, id, JSON.parse(body) as Record<string, string>)],
]

async function answerTo({ kept }: Desk, asked: Asked): Promise<Answer> {
  for (const [method, path, answer] of ROUTES) {
    const ids = method === asked.method ? path.exec(asked.path)?.slice(1) : undefined
    if (ids) return answer(kept, ids, asked)
  }
  return { status: 404 }
}

const rangeOf = (asked: URLSearchParams) => ({ offset: Number(asked.get('offset') ?? 0), limit: Math.min(Number(asked.get('limit') ?? 100), 500) })

function list(kept: KeptPortal, _ids: readonly string[], { searchParams }: Asked): Answer {
  const destinationId = searchParams.get('destinationId') ?? ''
  if (!kept.destinations.has(destinationId)) return { status: 404 }
  const { offset, limit } = rangeOf(searchParams)
  const waiting = kept.waiting(destinationId)
  const page = waiting.slice(offset, offset + limit).map(({ submissionId, caseId }) => ({ submissionId, caseId, destinationId }))
  return { status: 200, body: { offset, count: page.length, totalCount: waiting.length, submissions: page } }
}

/** After its end nothing of a submission is given out any more. */
const open = (kept: KeptSubmission | undefined): KeptSubmission | undefined => (kept?.settled === null ? kept : undefined)

function submissionAnswer(known: KeptSubmission | undefined): Answer {
  const kept = open(known)
  if (!kept) return { status: 404 }
  const { submissionId, caseId, destinationId, serviceIdentifier, metadata, data, attachments } = kept
  return { status: 200, body: { submissionId, caseId, destinationId, publicService: { identifier: serviceIdentifier }, attachments: [...attachments.keys()], encryptedMetadata: metadata, ...(data === null ? {} : { encryptedData: data }) } }
}

function addKey(kept: KeptPortal, id: string, key: JWK): Answer {
  const destination = kept.destinations.get(id)
  if (!destination || !key.kid || 'd' in key) return { status: 422 }
  if (destination.keys.has(key.kid)) return { status: 409 }
  destination.keys.set(key.kid, key)
  return { status: 201, body: {} }
}

/** The same id again is the same answer: it was on its way twice. */
function takeReply(kept: KeptPortal, replyId: string, { caseId = '', encryptedMetadata = '', encryptedData = '' }: Record<string, string>): Answer {
  const known = [...kept.submissions.values()].find(submission => submission.caseId === caseId)
  if (!known) return { status: 404 }
  if (!kept.replies.has(replyId)) kept.replies.set(replyId, { replyId, caseId, metadata: encryptedMetadata, data: encryptedData, attachments: kept.replyFiles.get(replyId) ?? new Map() })
  return { status: 200, body: { replyId } }
}
