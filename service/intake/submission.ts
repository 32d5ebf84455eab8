import { derivedUuid, ApplicationId, AttachmentId, EventId, MessageId, PersonId } from '../../shared/ids.ts'
import type { Change } from '../../shared/command.ts'
import { newCase } from '../../shared/domains/applications/new-case.ts'
import { UNMARKED } from '../../shared/domains/applications/new-file.ts'
import type { Application } from '../../shared/domains/applications/tables.ts'
import { onReceipt } from '../../shared/domains/applications/work-steps.ts'
import type { Instant } from '../../shared/time.ts'
import type { Submission } from '../../shared/wire/public.ts'
import type { Offer } from './catalogue.ts'
import type { Described } from '../../shared/domains/applications/described.ts'
import type { ScannedFile } from './scan-files.ts'

/** A submission that was found to be in order, before it has a number. */
export interface Accepted {
  readonly submission: Submission
  readonly offer: Offer
  readonly files: readonly ScannedFile[]
  readonly described: Described
  readonly receivedAt: Instant
  /** The portal it came over. */
  readonly channel: 'portal' | 'state-portal'
  /** With which the citizen signed in where they applied; null where nobody says so. */
  readonly account: string | null
  /** What the case's first line says beside that it came in; null where nothing has to be said. */
  readonly note: string | null
}

/** What the transaction adds to it. */
export interface Registered {
  readonly number: number
  readonly reference: string
  readonly personId: PersonId
}

/** Every id follows from the submission's key, so that a repetition could never create a second of anything. */
export const idsOf = (townId: string, key: string) => {
  const id = (label: string): string => derivedUuid(`submission/${townId}/${key}`, label)
  return {
    application: ApplicationId.parse(id('application')),
    person: PersonId.parse(id('person')),
    event: EventId.parse(id('event')),
    confirmation: MessageId.parse(id('confirmation')),
    attachment: (index: number) => AttachmentId.parse(id(`attachment/${index}`)),
  }
}

type Ids = ReturnType<typeof idsOf>

/** All rows of a new application. */
export function rowsOf(accepted: Accepted, registered: Registered, ids: Ids): readonly Change[] {
  const { application, changes } = onReceipt(accepted.offer.service, applicationOf(accepted, registered, ids), accepted.receivedAt)
  return [
    { table: 'applications', row: application },
    receivedLine(application, accepted.note, ids),
    ...changes,
    ...attachmentRows(accepted, application, ids),
    confirmation(accepted, application, ids),
  ]
}

const applicationOf = ({ offer, files, submission, receivedAt, channel }: Accepted, registered: Registered, ids: Ids): Application =>
  newCase({
    ...registered, ...offer, id: ids.application, values: submission.form, channel, receivedAt, attachmentCount: files.length,
  })

const receivedLine = (application: Application, note: string | null, ids: Ids): Change => ({
  table: 'application_events',
  row: {
    id: ids.event,
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    kind: 'received',
    at: application.receivedAt,
    actorId: application.personId,
    actorName: application.applicantName,
    actingFor: null,
    actingForName: null,
    text: note,
    commandId: null,
  },
})

const attachmentRows = ({ files, receivedAt }: Accepted, application: Application, ids: Ids): readonly Change[] =>
  files.map((file, index) => ({
    table: 'attachments',
    row: {
      id: ids.attachment(index),
      scope: application.scope,
      version: 0,
      applicationId: application.id,
      filename: file.filename,
      mediaType: file.mediaType,
      size: file.bytes.length,
      sha256: file.sha256,
      addedAt: receivedAt,
      kind: 'application',
      ...UNMARKED,
      scan: file.scan,
    },
  }))

const confirmation = ({ offer, receivedAt, files }: Accepted, application: Application, ids: Ids): Change => ({
  table: 'messages',
  row: {
    id: ids.confirmation,
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    personId: application.personId,
    direction: 'to-citizen',
    subject: 'Ihr Antrag ist eingegangen',
    text: [
      'Guten Tag,',
      '',
      `Ihr Antrag „${offer.service.title.de}“ ist bei uns eingegangen.`,
      `Ihr Aktenzeichen lautet ${application.reference}. Bitte geben Sie es an, wenn Sie uns dazu schreiben oder anrufen.`,
      ...(files.length > 0 ? [`Mit dem Antrag haben wir ${files.length === 1 ? 'eine Datei' : `${files.length} Dateien`} erhalten.`] : []),
      '',
      'Wir melden uns hier, sobald es etwas Neues gibt.',
    ].join('\n'),
    attachmentIds: [],
    authorId: null,
    authorName: null,
    sentAt: receivedAt,
    providedAt: receivedAt,
    retrievedAt: null,
  },
})
