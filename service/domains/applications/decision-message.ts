import type { Moment } from '../../../shared/command.ts'
import type { Application, Decision, Outcome } from '../../../shared/domains/applications/tables.ts'
import type { Message } from '../../../shared/domains/messages/tables.ts'
import { MessageId } from '../../../shared/ids.ts'
import { msOf, type Instant } from '../../../shared/time.ts'

const MOST_LETTERS = 8_000

const dayInGermany = new Intl.DateTimeFormat('de-DE', { timeZone: 'Europe/Berlin', day: 'numeric', month: 'long', year: 'numeric' })
const dayOf = (instant: Instant): string => dayInGermany.format(msOf(instant))

const VERDICTS: Readonly<Record<Outcome, string>> = {
  granted: 'Wir haben Ihrem Antrag entsprochen.',
  refused: 'Leider konnten wir Ihrem Antrag nicht entsprechen.',
}

/** Tells the citizen what was decided and why, in plain words. */
export function decisionMessage(application: Application, decision: Decision, moment: Moment): Message {
  return {
    id: MessageId.parse(moment.newId('decision-message')),
    scope: application.scope,
    version: 0,
    applicationId: application.id,
    personId: application.personId,
    direction: 'to-citizen',
    subject: `Entscheidung zu Ihrem Antrag ${application.reference}`,
    text: textOf(application, decision).slice(0, MOST_LETTERS),
    authorId: moment.actor.personId,
    authorName: moment.actor.name,
    sentAt: moment.now,
    providedAt: moment.now,
    retrievedAt: null,
  }
}

function textOf(application: Application, decision: Decision): string {
  const reason = decision.reason.trim()
  return [
    'Guten Tag,',
    '',
    `über Ihren Antrag „${application.subject}“ vom ${dayOf(application.receivedAt)} ist entschieden.`,
    VERDICTS[decision.outcome],
    ...(reason ? ['', decision.outcome === 'refused' ? 'Der Grund:' : 'Dazu ein Hinweis:', reason] : []),
    '',
    `Ihr Aktenzeichen ist ${application.reference}. Wenn Sie Fragen haben, antworten Sie uns einfach hier.`,
  ].join('\n')
}
