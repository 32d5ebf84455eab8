import { cut } from '../../../shared/text.ts'
import type { Instant } from '../../../shared/time.ts'

// What the mailbox of the state's account (ZBP) shows, in its sixth version, with its bounds.

/** Both kinds stand in one schema. */
export const ZBP_SCHEMA = 'https://schema.fitko.de/fit-connect/id.bund.de/message_v6/1.0.0/zbp-message.schema.json'

/** So sure of who somebody is the account must be for them to read it; 1 is every account. */
const LEAST_TRUST = 1

/** Where a case stands, as the citizen needs to know it. */
export const CASE_STATES = ['received', 'in-progress', 'asked', 'decided', 'closed'] as const
export type CaseState = (typeof CASE_STATES)[number]

const STATES = {
  received: ['RECEIVED', 'Ihr Antrag ist eingegangen.'],
  'in-progress': ['PROCESSING', 'Ihr Antrag wird bearbeitet.'],
  asked: ['ACTION_REQUIRED', 'Wir brauchen noch etwas von Ihnen.'],
  decided: ['COMPLETED', 'Über Ihren Antrag ist entschieden.'],
  closed: ['COMPLETED', 'Der Vorgang ist abgeschlossen.'],
} as const satisfies Record<CaseState, readonly [status: string, details: string]>

interface About {
  readonly applicationId: string
  readonly reference: string
  readonly serviceTitle: string
  readonly townName: string
}

export function zbpStatus(state: CaseState, { applicationId, reference, serviceTitle, townName }: About, at: Instant) {
  const [status, details] = STATES[state]
  return {
    applicationId, status, publicServiceName: { de: cut(serviceTitle, 100) }, senderName: cut(townName, 100), createdDate: at,
    statusDetails: { de: cut(details, 50) }, reference: cut(reference, 50),
  }
}

export interface FileOnItsWay {
  readonly filename: string
  readonly sha512: string
  readonly size: number
}

export function zbpMessage(message: { readonly title: string; readonly text: string; readonly mailboxUuid: string | null; readonly files: readonly FileOnItsWay[] }, { applicationId, reference, serviceTitle, townName }: About) {
  return {
    stork_qaa_level: LEAST_TRUST, ...(message.mailboxUuid === null ? {} : { mailboxUuid: message.mailboxUuid }), sender: cut(townName, 255), title: cut(message.title, 1_024), content: message.text,
    service: cut(serviceTitle, 255), applicationId, reference: cut(reference, 255),
    ...(message.files.length === 0 ? {} : { attachments: message.files.map(({ filename, sha512, size }) => ({ filename, sha512sum: sha512, contentLength: size })) }),
  }
}
