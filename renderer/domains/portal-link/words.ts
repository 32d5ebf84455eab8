import type { TFunction } from 'i18next'
import type { PortalSubmission } from '../../../shared/wire/portal-link.ts'

interface Words {
  readonly what: string
  readonly todo: string
}

const WAITING = ['no-mapping', 'not-json', 'no-service', 'key-reused', 'event-refused', 'unreachable', 'failed', 'gone', 'withdrawn', 'withdrawn-late', 'log-incomplete', 'missing-file', 'rest-not-kept', 'foreign'] as const
const REASONS = ['invalid-event-log', 'attachments-mismatch', 'incorrect-authentication-tag', 'encryption-issue', 'syntax-violation', 'schema-violation', 'missing-data', 'hash-mismatch', 'technical-error'] as const
const REFUSALS = ['unknown-destination', 'callback-forged', 'callback-old', 'callback-replayed', 'callback-unreadable'] as const

const among = <Known extends string>(known: readonly Known[], text: string | null): Known | undefined => known.find(one => one === text)

/** What is with a submission, and what an administrator can do about it. */
export function problemWords(t: TFunction, state: PortalSubmission['state'], problem: string | null): Words {
  const waiting = among(WAITING, problem)
  if (waiting) return { what: t(`portalLink.problems.${waiting}.what`), todo: t(`portalLink.problems.${waiting}.todo`) }
  const reason = among(REASONS, problem)
  if (reason) return { what: t(`portalLink.reasons.${reason}`), todo: t(reason === 'encryption-issue' ? 'portalLink.todoKey' : 'portalLink.todoSender') }
  return { what: t(`portalLink.states.${state}`), todo: t('portalLink.todoNothing') }
}

/** What was refused at the door, and what to do. */
export function refusalWords(t: TFunction, code: string): Words {
  const known = among(REFUSALS, code) ?? 'callback-unreadable'
  return { what: t(`portalLink.refused.${known}.what`), todo: t(`portalLink.refused.${known}.todo`) }
}
