import { createORPCClient } from '@orpc/client'
import type { ContractRouterClient } from '@orpc/contract'
import { ResponseValidationPlugin } from '@orpc/contract/plugins'
import { OpenAPILink } from '@orpc/openapi-client/fetch'
import type * as z from 'zod'
import type { CommandId } from '../../../shared/ids.ts'
import { CommandAnswers, type CommandAnswer, type CommandOutcome } from '../../../shared/wire/commands.ts'
import { serviceContract, type ServiceContract } from '../../../shared/wire/contract.ts'
import type { LiveEvent } from '../../../shared/wire/feed.ts'
import { NOTICE_RUNS_PATH, type NoticePrintFileQuery, type NoticeProofFile, type NoticeProofQuery } from '../../../shared/wire/notice-papers.ts'
import { AUDIT_EXPORT_PATH, type AuditExportQuery } from '../../../shared/wire/audit.ts'
import { PERSON_EXPORT_PATH } from '../../../shared/wire/privacy.ts'
import type { NoticeLetterFile, NoticeLetterQuery } from '../../../shared/wire/notices.ts'
import type { HallSheetPreview, HallSheetQuery, LetterPreview, LetterPreviewQuery, LetterProof, LetterProofQuery, TemplatePreviewQuery } from '../../../shared/wire/letters.ts'
import type { Device } from '../../../shared/wire/staff.ts'
import type { SessionReply } from '../../../shared/wire/session.ts'
import { BLOB_HASH_HEADER, BlobProgress, type SnapshotQuery } from '../../../shared/wire/streams.ts'
import type { RecordRef } from '../../../shared/command.ts'
import type { Observable } from '../observable.ts'
import { away, damaged, failureOf } from './failures.ts'
import { FeedReplyRead } from './feed-reply.ts'
import { linesOf } from './lines.ts'
import { createRequests, type Bearer, type Marks, type Requests } from './request.ts'

/** The service as the core speaks to it. Every method ends in an answer or a `NetworkFailure`. */
export interface Network {
  session(desk: string, signal?: AbortSignal): Promise<SessionReply>
  /** Sends the stored bytes of commands as they are, in order. */
  push(envelopes: readonly string[], signal?: AbortSignal): Promise<readonly CommandAnswer[]>
  /** What became of a command of this person, asked after a lost answer. */
  outcome(id: CommandId, signal?: AbortSignal): Promise<CommandOutcome>
  pull(scope: string, after: number, signal?: AbortSignal): Promise<FeedReplyRead>
  live(signal: AbortSignal): Promise<AsyncIterable<LiveEvent>>
  presence(record: RecordRef | null, signal?: AbortSignal): Promise<void>
  /** The lines of a first load in handfuls, see `shared/wire/streams.ts`. */
  snapshot(query: z.input<typeof SnapshotQuery>, signal?: AbortSignal): AsyncIterable<readonly string[]>
  blob(id: string, signal?: AbortSignal): Promise<Uint8Array>
  /** Sends bytes of a file from a place on; without bytes it only asks how much is there. */
  sendBlob(blob: AnnouncedBlob, piece: { readonly start: number; readonly bytes: Uint8Array } | null, signal?: AbortSignal): Promise<BlobProgress>
  /** A decision's letter as a draft. */
  letterPreview(query: z.input<typeof LetterPreviewQuery>, signal?: AbortSignal): Promise<LetterPreview>
  /** A template with an invented case. */
  templatePreview(query: z.input<typeof TemplatePreviewQuery>, signal?: AbortSignal): Promise<LetterPreview>
  /** A contract about a hall, or the protocol of its return. */
  hallSheet(query: z.input<typeof HallSheetQuery>, signal?: AbortSignal): Promise<HallSheetPreview>
  /** The letter of one notice of a run. */
  noticeLetter(query: z.input<typeof NoticeLetterQuery>, signal?: AbortSignal): Promise<NoticeLetterFile>
  /** How the letter of a case reached whoever applied. */
  letterProof(query: LetterProofQuery, signal?: AbortSignal): Promise<LetterProof>
  /** How a notice reached its recipient. */
  noticeProof(query: z.input<typeof NoticeProofQuery>, signal?: AbortSignal): Promise<NoticeProofFile>
  /** Letters to be printed in the house, as one PDF. */
  noticePrintFile(query: NoticePrintFileQuery): Promise<Uint8Array>
  /** The files of citizens. */
  readonly people: ContractRouterClient<ServiceContract>['people']
  /** What the data protection officer asks for. */
  readonly privacy: ContractRouterClient<ServiceContract>['privacy']
  /** The log of who did what. */
  readonly audit: ContractRouterClient<ServiceContract>['audit']
  /** What the data protection officer sees to. */
  readonly protection: ContractRouterClient<ServiceContract>['protection']
  /** How the town is linked to the portal, for administrators. */
  readonly portalLink: ContractRouterClient<ServiceContract>['portalLink']
  /** People and the computers they work at, for administrators. */
  readonly staff: ContractRouterClient<ServiceContract>['staff']
  /** What administrators set up for the whole town. */
  readonly townSetup: ContractRouterClient<ServiceContract>['townSetup']
  /** Services from town to town. */
  readonly serviceExchange: ContractRouterClient<ServiceContract>['serviceExchange']
  /** The town in figures, for administrators. */
  readonly reports: ContractRouterClient<ServiceContract>['reports']
  /** What only the service knows about a front office. */
  readonly appointments: ContractRouterClient<ServiceContract>['appointments']
  /** Whom messages to the public reach, and what becomes of them. */
  readonly alerts: ContractRouterClient<ServiceContract>['alerts']
  /** What the service knows of vaccinations that no desk holds. */
  readonly vaccinations: ContractRouterClient<ServiceContract>['vaccinations']
  /** Service ID cards on paper and as an address. */
  readonly serviceCards: ContractRouterClient<ServiceContract>['serviceCards']
  /** Everything about a person, as a ZIP. */
  personExport(personId: string): Promise<Uint8Array>
  /** Entries of the log, as a ZIP. */
  auditExport(query: AuditExportQuery): Promise<Uint8Array>
  readonly marks: Observable<Marks>
}

/** A file as its sender announces it. */
export interface AnnouncedBlob {
  readonly id: string
  readonly sha256: string
  readonly size: number
}

export interface NetworkParts {
  readonly serviceUrl: string
  readonly fetch: typeof fetch
  readonly bearer: Bearer
  /** What the service is told about this computer. */
  readonly device?: DeviceSaid
}

export type DeviceSaid = Pick<Device, 'shell' | 'version'>

const REPLY_TIMEOUT_MS = 20_000
const SILENCE_MS = 45_000

export function createNetwork({ serviceUrl, fetch, bearer, device }: NetworkParts): Network {
  const requests = createRequests({ fetch, bearer, timeoutMs: REPLY_TIMEOUT_MS, silenceMs: SILENCE_MS })
  const base = `${serviceUrl.replace(/\/$/, '')}/v1`
  const client = contractClient(base, requests)
  return {
    marks: requests.marks,
    session: (desk, signal) => known(client.session.get({ desk, ...device }, until(signal))),
    live: signal => known(client.feed.live(undefined, { signal })),
    presence: (record, signal) => known(client.presence.put({ record }, until(signal)).then(() => undefined)),
    letterPreview: (query, signal) => known(client.letters.preview(query, until(signal))),
    hallSheet: (query, signal) => known(client.letters.hallSheet(query, until(signal))),
    noticeLetter: (query, signal) => known(client.notices.letter(query, until(signal))),
    letterProof: (query, signal) => known(client.letters.proof(query, until(signal))),
    noticeProof: (query, signal) => known(client.notices.proof(query, until(signal))),
    noticePrintFile: async ({ runId, noticeIds }) => {
      const response = await requests.send(new Request(`${base}${NOTICE_RUNS_PATH}/${encodeURIComponent(runId)}/print`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ noticeIds }) }))
      return new Uint8Array(await response.arrayBuffer().catch(fail))
    },
    templatePreview: (query, signal) => known(client.letters.previewTemplate(query, until(signal))),
    push: (envelopes, signal) => push(requests, base, envelopes, signal),
    outcome: (id, signal) => known(client.commands.outcome({ id }, until(signal))),
    pull: async (scope, after, signal) => {
      const query = new URLSearchParams({ scope, after: String(after) })
      return parsed(FeedReplyRead, await requests.send(new Request(`${base}/feed?${query.toString()}`), signal))
    },
    snapshot: (query, signal) => snapshot(requests, base, query, signal),
    sendBlob: (blob, piece, signal) => sendBlob(requests, base, blob, piece, signal),
    blob: async (id, signal) => {
      const response = await requests.send(new Request(`${base}/blobs/${encodeURIComponent(id)}`), signal)
      return new Uint8Array(await response.arrayBuffer().catch(fail))
    },
    people: client.people,
    privacy: client.privacy,
    audit: client.audit,
    protection: client.protection,
    portalLink: client.portalLink,
    staff: client.staff,
    townSetup: client.townSetup,
    serviceExchange: client.serviceExchange,
    reports: client.reports,
    appointments: client.appointments,
    vaccinations: client.vaccinations,
    alerts: client.alerts,
    serviceCards: client.serviceCards,
    auditExport: async query => {
      const response = await requests.send(new Request(`${base}${AUDIT_EXPORT_PATH}`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(query) }))
      return new Uint8Array(await response.arrayBuffer().catch(fail))
    },
    personExport: async personId => {
      const response = await requests.send(new Request(`${base}${PERSON_EXPORT_PATH}/${encodeURIComponent(personId)}/export`))
      return new Uint8Array(await response.arrayBuffer().catch(fail))
    },
  }
}

async function sendBlob(
  requests: Requests, base: string, { id, sha256, size }: AnnouncedBlob, piece: { readonly start: number; readonly bytes: Uint8Array } | null, signal?: AbortSignal,
): Promise<BlobProgress> {
  const range = piece ? `${piece.start}-${piece.start + piece.bytes.length - 1}` : '*'
  const request = new Request(`${base}/blobs/${encodeURIComponent(id)}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/octet-stream', 'content-range': `bytes ${range}/${size}`, [BLOB_HASH_HEADER]: sha256 },
    body: new Uint8Array(piece?.bytes ?? []),
  })
  return parsed(BlobProgress, await requests.send(request, signal))
}

const until = (signal?: AbortSignal): { signal?: AbortSignal } => (signal ? { signal } : {})

function contractClient(base: string, requests: Requests): ContractRouterClient<ServiceContract> {
  const link = new OpenAPILink(serviceContract, {
    url: base,
    plugins: [new ResponseValidationPlugin(serviceContract)],
    // The signal goes with each call and not inside the request, where garbage collection may lose it (nodejs/node#55428).
    fetch: (request, _init, { signal }) => requests.send(request, signal),
  })
  return createORPCClient(link)
}

const known = <Value>(answer: PromiseLike<Value>): Promise<Value> =>
  Promise.resolve(answer).catch((error: unknown) => { throw failureOf(error) })

const fail = (error: unknown): never => { throw away(error) }

/** The body is put together from the stored texts, so that what the service hashes is what this desk has stored. */
async function push(requests: Requests, base: string, envelopes: readonly string[], signal?: AbortSignal): Promise<readonly CommandAnswer[]> {
  const request = new Request(`${base}/commands`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: `{"commands":[${envelopes.join(',')}]}`,
  })
  return (await parsed(CommandAnswers, await requests.send(request, signal))).answers
}

async function parsed<Value>(schema: z.ZodType<Value>, response: Response): Promise<Value> {
  const text = await response.text().catch(fail)
  try {
    return schema.parse(JSON.parse(text))
  } catch (error) {
    throw damaged(error)
  }
}

async function* snapshot(
  requests: Requests,
  base: string,
  { scope, table, after }: z.input<typeof SnapshotQuery>,
  signal?: AbortSignal,
): AsyncIterable<readonly string[]> {
  const query = new URLSearchParams({ scope, ...(table ? { table } : {}), ...(after === undefined ? {} : { after }) })
  const request = new Request(`${base}/snapshot?${query.toString()}`, { headers: { 'accept-encoding': 'zstd, gzip' } })
  const response = await requests.send(request, signal)
  if (!response.body) throw damaged()
  try {
    yield* linesOf(response.body)
  } catch (error) {
    throw failureOf(error)
  }
}
