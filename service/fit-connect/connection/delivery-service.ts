import { MAX_BLOB_BYTES } from '../../../shared/wire/streams.ts'
import type { JsonObject } from '../../../shared/json.ts'
import type { FitConnectAccess } from '../fit-connect-settings.ts'
import { aboutNoSubmission, type Calls } from './calls.ts'
import { FitConnectFailed } from './failed.ts'
import { AnnouncedPage, Collected, Destination, EventLog, Keys, type Announced } from './on-wire.ts'

/** A letter of base64url carries six bits, and the head and the key of a JWE need room beside. */
export const jweBytesFor = (bytes: number): number => Math.ceil((bytes * 4) / 3) + 8 * 1024

/** The delivery service (Zustelldienst) as the receiver of submissions sees it. Everything throws `FitConnectFailed` where no answer can be relied on. */
export interface DeliveryService {
  /** Everything that waits for a destination, page by page. */
  waiting(destinationId: string): Promise<readonly Announced[]>
  collect(submissionId: string): Promise<Collected>
  attachment(submissionId: string, attachmentId: string): Promise<string>
  /** The signed events of a case, the oldest first. */
  events(caseId: string): Promise<readonly string[]>
  /** Writes an event of ours; false: it is refused, and no repetition changes that. */
  tell(caseId: string, event: string): Promise<boolean>
  /** By which the delivery service signs. */
  keys(): Promise<readonly JsonObject[]>
  /** With which key senders encrypt now. */
  encryptionKid(destinationId: string): Promise<string | null>
  /** Makes a key known to senders, or null where that is done by hand. */
  publish: ((destinationId: string, key: JsonObject) => Promise<void>) | null
  /** Has senders encrypt with this key from now on, or null where that is done by hand. */
  use: ((destinationId: string, kid: string) => Promise<void>) | null
  /** Sends an answer on a case; the same id again is the same answer. False: it is refused, and no repetition changes that. */
  reply(answer: OutgoingReply): Promise<boolean>
}

/** An answer to the sender of a submission, encrypted. */
export interface OutgoingReply {
  readonly replyId: string
  readonly caseId: string
  readonly encryptedMetadata: string
  readonly encryptedData: string
  /** By their ids. */
  readonly attachments: ReadonlyMap<string, string>
}

const PAGE = 100
/** Events of one answer of the interface, and of one case. */
const EVENT_PAGE = 500
const MOST_EVENTS = 5_000
const MOST_WAITING = 10_000

export interface DeliveryServiceParts {
  readonly access: Pick<FitConnectAccess, 'submissionUrl' | 'destinationUrl'>
  readonly calls: Calls
  readonly dataBytes: number
}

export function createDeliveryService({ access, calls, dataBytes }: DeliveryServiceParts): DeliveryService {
  const at = (path: string): string => `${access.submissionUrl}${path}`
  const { destinationUrl } = access
  return {
    waiting: async destinationId => {
      const found = new Map<string, Announced>()
      for (let offset = 0; offset < MOST_WAITING; offset += PAGE) {
        const page = await calls.read({ url: at(`/v2/submissions?destinationId=${destinationId}&offset=${offset}&limit=${PAGE}`) }, AnnouncedPage)
        for (const submission of page.submissions) found.set(submission.submissionId, submission)
        if (page.submissions.length === 0 || offset + page.submissions.length >= page.totalCount) break
      }
      return [...found.values()]
    },
    collect: submissionId => calls.read({ url: at(`/v2/submissions/${submissionId}`), mostBytes: jweBytesFor(dataBytes) }, Collected),
    attachment: (submissionId, attachmentId) => calls.text({ url: at(`/v2/submissions/${submissionId}/attachments/${attachmentId}`), mostBytes: jweBytesFor(MAX_BLOB_BYTES) }),
    events: async caseId => {
      const events: string[] = []
      for (let offset = 0; offset < MOST_EVENTS; offset += EVENT_PAGE) {
        const page = await calls.read({ url: at(`/v2/cases/${caseId}/events?offset=${offset}&limit=${EVENT_PAGE}`) }, EventLog)
        events.push(...page.eventLog)
        if (page.eventLog.length === 0 || events.length >= page.totalCount) break
      }
      return events
    },
    tell: async (caseId, event) => isDone(await calls.send({ method: 'POST', url: at(`/v2/cases/${caseId}/events`), body: { type: 'application/jose', text: event } })),
    keys: async () => (await aboutNoSubmission(calls.read({ url: at('/.well-known/jwks.json') }, Keys))).keys,
    encryptionKid: async destinationId => (await calls.read({ url: at(`/v2/destinations/${destinationId}`) }, Destination)).encryptionKid ?? null,
    publish: destinationUrl === null ? null : async (destinationId, key) => {
      const status = await calls.send({ method: 'POST', url: `${destinationUrl}/v2/destinations/${destinationId}/keys`, body: json(key) })
      // It was there already: the answer to an earlier try was lost.
      if (!isDone(status) && status !== 409) throw new FitConnectFailed(status)
    },
    use: destinationUrl === null ? null : async (destinationId, kid) => {
      const status = await calls.send({ method: 'PATCH', url: `${destinationUrl}/v2/destinations/${destinationId}`, body: json({ encryptionKid: kid }) })
      if (!isDone(status)) throw new FitConnectFailed(status)
    },
    reply: async ({ replyId, caseId, encryptedMetadata, encryptedData, attachments }) => {
      const path = `/v2/replies/${replyId}`
      for (const [id, jwe] of attachments)
        if (!isTaken(await calls.send({ method: 'PUT', url: at(`${path}/attachments/${id}`), body: { type: 'application/jose', text: jwe } }))) return false
      return isTaken(await calls.send({ method: 'PUT', url: at(path), body: json({ caseId, announcedAttachments: [...attachments.keys()], encryptedMetadata, encryptedData }) }))
    },
  }
}

const isDone = (status: number): boolean => status >= 200 && status < 300

/** What is wrong with an answer itself stays wrong; anything else (a right that was taken away, an address not found, a gateway) may be mended. */
const WRONG_FOR_GOOD: ReadonlySet<number> = new Set([400, 409, 413, 422])

function isTaken(status: number): boolean {
  if (!isDone(status) && !WRONG_FOR_GOOD.has(status)) throw new FitConnectFailed(status)
  return isDone(status)
}

const json = (value: unknown) => ({ type: 'application/json' as const, text: JSON.stringify(value) })
