import type { Moment } from '../../../shared/command.ts'
import type { Application, Decision, Outcome } from '../../../shared/domains/applications/tables.ts'
import { messageTo } from '../../../shared/domains/people/message-to.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { msOf, type Instant } from '../../../shared/time.ts'

type Message = RowOf<'messages'>

const MOST_LETTERS = 8_000

const dayInGermany = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' })
const dayOf = (instant: Instant): string => dayInGermany.format(msOf(instant))

const VERDICTS: Readonly<Record<Outcome, string>> = {
  granted: 'Wir haben Ihrem Antrag entsprochen.',
  refused: 'Leider konnten wir Ihrem Antrag nicht entsprechen.',
}

/**
 * Tells the citizen what was decided and why, in plain words. A reason too long to stand in one message with the rest
 * follows in a second one: it is never cut.
 */
export function decisionMessages(application: Application, decision: Decision, moment: Moment): readonly [Message, ...Message[]] {
  const message = (label: string, subject: string, text: string): Message =>
    ({ ...messageTo(application, { subject, text }, moment, label), providedAt: moment.now })
  const reason = decision.reason.trim()
  const whole = textOf(application, decision, reason)
  const subject = `Entscheidung zu Ihrem Antrag ${application.reference}`
  if (whole.length <= MOST_LETTERS) return [message('decision-message', subject, whole)]
  const short = textOf(application, decision, 'Sie finden die Begründung in der nächsten Nachricht.')
  return [
    message('decision-message', subject, short),
    message('decision-reason', `Begründung zu Ihrem Antrag ${application.reference}`, reason),
  ]
}

const textOf = (application: Application, decision: Decision, reason: string): string =>
  [
    'Guten Tag,',
    '',
    `über Ihren Antrag „${application.subject}“ vom ${dayOf(application.receivedAt)} ist entschieden.`,
    VERDICTS[decision.outcome],
    ...(reason ? ['', decision.outcome === 'refused' ? 'Der Grund:' : 'Dazu ein Hinweis:', reason] : []),
    '',
    `Ihr Aktenzeichen ist ${application.reference}. Wenn Sie Fragen haben, antworten Sie uns einfach hier.`,
  ].join('\n')
