import type { Moment } from '../../../shared/command.ts'
import type { Application, Decision, Outcome } from '../../../shared/domains/applications/tables.ts'
import { messageTo } from '../../../shared/domains/people/message-to.ts'
import type { RowOf } from '../../../shared/tables.ts'
import { msOf, type Instant } from '../../../shared/time.ts'

type Message = RowOf<'messages'>

const MOST_LETTERS = 8_000

const dayInGermany = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' })
const dayOf = (instant: Instant): string => dayInGermany.format(msOf(instant))

const EURO = new Intl.NumberFormat('de-DE', { style: 'currency', currency: 'EUR' })

const VERDICTS: Readonly<Record<Outcome, string>> = {
  granted: 'Wir haben Ihrem Antrag entsprochen.',
  refused: 'Leider konnten wir Ihrem Antrag nicht entsprechen.',
}

/**
 * Tells the citizen what was decided and why, in plain words. Reason and conditions too long to stand in one message with
 * the rest follow in messages of their own: they are never cut.
 */
export function decisionMessages(application: Application, decision: Decision, moment: Moment): readonly [Message, ...Message[]] {
  const message = (label: string, subject: string, text: string): Message =>
    ({ ...messageTo(application, { subject, text }, moment, label), providedAt: moment.now })
  const reason = decision.reason.trim()
  const conditions = decision.conditions.trim()
  const whole = textOf(application, decision, { reason, conditions })
  const subject = `Entscheidung zu Ihrem Antrag ${application.reference}`
  if (whole.length <= MOST_LETTERS) return [message('decision-message', subject, whole)]
  const parts = [['Begründung', 'decision-reason', reason], ['Nebenbestimmungen', 'decision-conditions', conditions]] as const
  const [reasonHint, conditionsHint] = [reason && NEXT_MESSAGE, conditions && NEXT_MESSAGE]
  return [
    message('decision-message', subject, textOf(application, decision, { reason: reasonHint, conditions: conditionsHint })),
    ...parts.flatMap(([name, label, text]) => (text ? [message(label, `${name} zu Ihrem Antrag ${application.reference}`, text)] : [])),
  ]
}

const NEXT_MESSAGE = 'Sie finden das in einer weiteren Nachricht.'

const textOf = (application: Application, decision: Decision, { reason, conditions }: { readonly reason: string; readonly conditions: string }): string =>
  [
    'Guten Tag,',
    '',
    `über Ihren Antrag „${application.subject}“ vom ${dayOf(application.receivedAt)} ist entschieden.`,
    VERDICTS[decision.outcome],
    ...(reason ? ['', decision.outcome === 'refused' ? 'Der Grund:' : 'Dazu ein Hinweis:', reason] : []),
    ...(conditions ? ['', 'Dabei gilt:', conditions] : []),
    ...(decision.amountCents === null ? [] : ['', `Bewilligt sind ${EURO.format(decision.amountCents / 100)}.`]),
    ...(decision.feeCents ? ['', `Zu zahlen sind ${EURO.format(decision.feeCents / 100)}.`] : []),
    '',
    `Ihr Aktenzeichen ist ${application.reference}. Wenn Sie Fragen haben, antworten Sie uns einfach hier.`,
  ].join('\n')
