import { sha256Hex } from '../../shared/canonical.ts'
import type { Application, Attachment } from '../../shared/domains/applications/tables.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import type { Message } from '../../shared/domains/messages/tables.ts'
import { AttachmentId, MessageId, uuidV7 } from '../../shared/ids.ts'
import { instantFromMs, msOf } from '../../shared/time.ts'
import type { CaseMaterial } from './cases.ts'
import type { DemoCase } from './detours.ts'
import { pagePdf } from './page-pdf.ts'

const FILES = ['Nachweis', 'Versicherungsschein', 'Lageplan', 'Impfausweis', 'Kontoauszug'] as const

const QUESTIONS = [
  'Guten Tag, bis wann kann ich mit einer Antwort rechnen? Vielen Dank.',
  'Ich habe mich bei der Hausnummer vertippt, richtig ist 14a. Können Sie das bitte ändern?',
  'Die fehlende Bescheinigung bekomme ich erst nächste Woche vom Amt. Reicht das noch?',
] as const

/** Files that about one in six citizens sends along: short PDF documents. */
export function attachmentsOf(
  { random, version }: CaseMaterial,
  application: Application,
): readonly { readonly row: Attachment; readonly bytes: Uint8Array }[] {
  const count = random.weighted([[0, 5], [1, 1], [2, 0.3]] as const)
  return Array.from({ length: count }, () => {
    const title = random.pick(FILES)
    const bytes = pagePdf([title, `${application.applicantName}, ${application.locality}`, application.reference])
    const row: Attachment = {
      id: AttachmentId.parse(uuidV7(msOf(application.receivedAt), random.bytes(10))),
      scope: application.scope,
      version,
      applicationId: application.id,
      filename: `${title}.pdf`,
      mediaType: 'application/pdf',
      size: bytes.length,
      sha256: sha256Hex(bytes),
      addedAt: application.receivedAt,
      kind: 'application',
      ...UNMARKED,
    }
    return { row, bytes }
  })
}

/** What the town asked of a citizen whose case waits for the answer. */
export function askedMessage({ random, version }: CaseMaterial, { application, events }: DemoCase): Message | undefined {
  const asked = events.find(({ kind }) => kind === 'asked')
  if (!asked) return undefined
  return {
    id: MessageId.parse(uuidV7(msOf(asked.at), random.bytes(10))),
    scope: application.scope,
    version,
    applicationId: application.id,
    personId: application.personId,
    direction: 'to-citizen',
    subject: application.subject,
    text: asked.text ?? '',
    attachmentIds: [],
    authorId: asked.actorId,
    authorName: asked.actorName,
    sentAt: asked.at,
    providedAt: asked.at,
    retrievedAt: null,
  }
}

/** A question that some citizens send while their case is open. */
export function messageOf({ random, version, nowMs }: CaseMaterial, application: Application): Message | undefined {
  if (application.status === 'decided' || !random.chance(0.12)) return undefined
  const sentAt = instantFromMs(Math.min(nowMs, msOf(application.receivedAt) + random.between(3_600_000, 172_800_000)))
  return {
    id: MessageId.parse(uuidV7(msOf(sentAt), random.bytes(10))),
    scope: application.scope,
    version,
    applicationId: application.id,
    personId: application.personId,
    direction: 'from-citizen',
    subject: application.subject,
    text: random.pick(QUESTIONS),
    attachmentIds: [],
    authorId: application.personId,
    authorName: application.applicantName,
    sentAt,
    providedAt: sentAt,
    retrievedAt: null,
  }
}
