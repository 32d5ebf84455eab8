import type { Moment } from '../../../shared/command.ts'
import { certificateOn } from '../../../shared/domains/applications/certify-command.ts'
import type { Application } from '../../../shared/domains/applications/tables.ts'
import { caseLetterFile, type CaseLetter } from '../../../shared/domains/letters/case-letters.ts'
import type { Letter } from '../../../shared/domains/letters/letter.ts'
import { messageTo } from '../../../shared/domains/people/message-to.ts'
import { AttachmentId, EventId } from '../../../shared/ids.ts'
import type { RowOf } from '../../../shared/tables.ts'
import type { Effects } from '../../commands/context.ts'
import type { NewJob } from '../../delivery/jobs.ts'
import { letterJob } from '../letters/letter-job.ts'
import { decisionMessages } from './decision-message.ts'
import { onDecisionReleased } from './effects.ts'

/** A released decision with a letter is told by the letter, once it is set; one without is told at once. */
export const onDecisionReleasedByLetter: Effects = context => {
  const { changes, moment } = context
  const application = changes.flatMap(change => (change.table === 'applications' ? [change.row] : []))[0]
  const decision = changes.flatMap(change => (change.table === 'decisions' ? [change.row] : []))[0]
  if (!application || !decision?.letter) return onDecisionReleased(context)
  const messages = decisionMessages(application, decision, moment)
  return { changes: [], jobs: [order({ application, letter: decision.letter, messages, name: 'Bescheid' }, moment)] }
}

/** A certificate is a letter like any other. */
export const onCertified: Effects = ({ input, state, moment }) => {
  const { applicationId } = input as { readonly applicationId: string }
  const application = state.get('applications', applicationId)
  const service = application && state.get('services', application.serviceId)
  if (!application || !service) throw new Error('a certificate without its case')
  const letter = certificateOn(state, application, service, moment.actor.name)
  if (!letter.ok) throw new Error(`a certificate was agreed on and cannot be written: ${letter.error.code}`)
  const message = messageTo(application, certificateMessage(application), moment, 'certificate-message')
  return { changes: [], jobs: [order({ application, letter: letter.value, messages: [message], name: 'Bescheinigung' }, moment)] }
}

const certificateMessage = ({ reference, subject }: Application) => ({
  subject: `Bescheinigung zu Ihrem Antrag ${reference}`,
  text: [
    'Guten Tag,',
    '',
    `Ihre Genehmigung zu „${subject}“ gilt als erteilt, weil die Frist für die Entscheidung abgelaufen ist (§ 42a VwVfG).`,
  ].join('\n'),
})

interface Ordered {
  readonly application: Application
  readonly letter: Letter
  readonly messages: readonly RowOf<'messages'>[]
  readonly name: CaseLetter
}

const ENCLOSED: Readonly<Record<CaseLetter, string>> = {
  Bescheid: 'Den Bescheid finden Sie als PDF bei dieser Nachricht.',
  Bescheinigung: 'Die Bescheinigung finden Sie als PDF bei dieser Nachricht.',
}

const order = ({ application, letter, messages, name }: Ordered, moment: Moment): NewJob =>
  letterJob(
    {
      letterId: AttachmentId.parse(moment.newId('letter')),
      eventId: EventId.parse(moment.newId('letter-provided')),
      applicationId: application.id,
      letter,
      dated: moment.now,
      filename: caseLetterFile(name, application.reference),
      messages: [...messages],
      enclosed: ENCLOSED[name],
    },
    application.personId,
  )
