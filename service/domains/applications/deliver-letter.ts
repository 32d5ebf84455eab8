import type { Transaction } from 'kysely'
import { sha256Hex } from '../../../shared/canonical.ts'
import { UNMARKED } from '../../../shared/domains/applications/new-file.ts'
import { recordKey, type Change } from '../../../shared/command.ts'
import { letterDocument, type LetterDocument } from '../../../shared/domains/letters/letter-document.ts'
import { germanDay } from '../../../shared/german-days.ts'
import type { TownId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { instantFromMs, type Clock, type Instant } from '../../../shared/time.ts'
import { enqueue } from '../../delivery/jobs.ts'
import { waitingJob } from '../../delivery/waiting-job.ts'
import type { Deliver } from '../../delivery/worker.ts'
import { keepBlob } from '../../http/blobs/blob-store.ts'
import { commitChanges } from '../../store/commit.ts'
import type { Database } from '../../store/database.ts'
import { loadRecords } from '../../store/records.ts'
import type { Schema } from '../../store/schema.ts'
import { LetterOrder } from '../letters/letter-job.ts'
import type { Typesetter } from '../letters/typesetter.ts'
import { printedCode, verificationCode } from '../letters/verification-code.ts'

export interface LetterDeliveryParts {
  readonly database: Database
  readonly clock: Clock
  readonly typesetter: Typesetter
  /** Where the pages of the service stand, without a slash at the end. */
  readonly url: () => string
}

/** Read by whoever has a letter and wants to know whether it is genuine. */
const VERIFY_PATH = '/verify'

/**
 * Sets a letter, keeps it with its case and provides it in the citizen's mailbox, all in one transaction: after a crash
 * the same happens again under the same ids, or nothing if it had happened. A letter that cannot be set, or at which the
 * process dies again and again, does not keep the decision from being told: its messages go out without it.
 */
export const createLetterDelivery =
  ({ database, clock, typesetter, url }: LetterDeliveryParts): Deliver =>
  async ({ townId, payload, attempts }) => {
    const order = LetterOrder.parse(payload['order'])
    const code = verificationCode(order.letterId)
    const verification = { code: printedCode(code), url: `${url()}${VERIFY_PATH}/${code}` }
    const document = letterDocument(order.letter, { dated: order.dated, verification, isDraft: false })
    const pdf = await setOrNull(typesetter, document, attempts < MOST_ATTEMPTS)
    const now = instantFromMs(clock.nowMs())
    await database.db.transaction().execute(trx => provide(trx, townId, { order, code, pdf, now }))
    return pdf ? 'done' : 'failed'
  }

/** The wait between them doubles from some seconds on: a machine that lacks memory for some minutes still sets its letters. */
const MOST_ATTEMPTS = 8

/** The letter, or null where it cannot be set. Throws when its process died and it shall be tried again. */
async function setOrNull(typesetter: Typesetter, document: LetterDocument, isTriedAgain: boolean): Promise<Uint8Array | null> {
  try {
    const set = await typesetter.typeset(document)
    return set.ok ? set.value : null
  } catch (error) {
    if (isTriedAgain) throw error
    return null
  }
}

interface Set {
  readonly order: LetterOrder
  readonly code: string
  readonly pdf: Uint8Array | null
  readonly now: Instant
}

type Application = RowOf<'applications'>

async function provide(trx: Transaction<Schema>, townId: TownId, set: Set): Promise<void> {
  const { order, now } = set
  const [first] = order.messages
  if (!first) return
  const theCase = { table: 'applications', id: order.applicationId } as const
  // The lock lets two workers on one letter through one after the other; the second finds it provided.
  const application = (await loadRecords(trx, townId, [theCase], true)).get(recordKey(theCase)) as Application | undefined
  const message = { table: 'messages', id: first.id } as const
  const isProvided = (await loadRecords(trx, townId, [message], false)).has(recordKey(message))
  if (!application || isProvided) return
  if (set.pdf) await keepLetter(trx, townId, { ...set, pdf: set.pdf })
  const origin = { townId, actor: null, action: 'letters.provide', commandId: null, at: now }
  await commitChanges(trx, origin, [...messagesOf(application, set), ...(set.pdf ? fileOf(application, { ...set, pdf: set.pdf }) : [])])
  await enqueue(trx, townId, [waitingJob({ ...first, applicationId: application.id, personId: application.personId }, EMAIL_PRIORITY)], now)
}

const EMAIL_PRIORITY = 10

async function keepLetter(trx: Transaction<Schema>, townId: TownId, { order, code, pdf, now }: Set & { readonly pdf: Uint8Array }): Promise<void> {
  const sha256 = sha256Hex(pdf)
  await keepBlob(trx, townId, { id: order.letterId, bytes: pdf, sha256, at: now })
  await trx
    .insertInto('letters')
    .values({
      town_id: townId, id: order.letterId, application_id: order.applicationId, code, authority: order.letter.letterhead?.authority ?? '',
      dated: germanDay(order.dated), sha256, created_at: now,
    })
    .execute()
}

/** Provided from this moment on (the proof of provision), wherever the case lies now. */
const messagesOf = ({ scope, personId }: Application, { order, pdf, now }: Set): readonly Change[] =>
  order.messages.map((row, index) => {
    const provided = { ...row, scope, personId, version: 0, sentAt: now, providedAt: now }
    return { table: 'messages', row: pdf && index === 0 ? { ...provided, text: withSentence(row.text, order.enclosed), attachmentIds: [order.letterId] } : provided }
  })

const MOST_LETTERS = 8_000

/** The text comes first: where there is no room left the file speaks for itself. */
function withSentence(text: string, sentence: string): string {
  const whole = `${text}\n\n${sentence}`
  return whole.length <= MOST_LETTERS ? whole : text
}

function fileOf(application: Application, { order, pdf, now }: Set & { readonly pdf: Uint8Array }): readonly Change[] {
  const { id: applicationId, scope } = application
  const rows = { scope, version: 0, applicationId } as const
  return [
    {
      table: 'attachments',
      row: {
        ...rows, id: order.letterId, filename: order.filename, mediaType: 'application/pdf', size: pdf.length, sha256: sha256Hex(pdf),
        addedAt: now, kind: 'letter', ...UNMARKED, scan: 'clean',
      },
    },
    {
      table: 'application_events',
      row: {
        ...rows, id: order.eventId, kind: 'letter-provided', at: now, actorId: null, actorName: null, actingFor: null,
        actingForName: null, text: order.filename, commandId: null,
      },
    },
  ]
}
