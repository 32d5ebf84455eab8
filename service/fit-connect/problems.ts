import { type Problem, EVENT_BASE } from './connection/on-wire.ts'

type Instance = 'submission' | 'metadata' | 'data' | 'other' | `attachment:${string}`

/** The technical reasons for which a submission may be sent back; none of them judges what somebody asks for. */
const REASONS = {
  'invalid-event-log': ['Inkonsistentes Event-Log', 'Das Event-Log ist inkonsistent: Ein gültiges Ereignis über die Einreichung fehlt.'],
  'attachments-mismatch': ['Fehlerhafte Anlagenliste', 'Die angekündigten Anlagen stimmen nicht mit den übermittelten überein.'],
  'incorrect-authentication-tag': ['Authentication-Tag ungültig', 'Das Authentication-Tag stimmt nicht mit dem Event-Log überein.'],
  'encryption-issue': ['Entschlüsselungs-Fehler', 'Der Inhalt konnte nicht entschlüsselt werden.'],
  'syntax-violation': ['Syntax-Fehler', 'Der Inhalt ist kein gültiges JSON.'],
  'schema-violation': ['Schema-Fehler', 'Der Inhalt entspricht nicht seinem Schema.'],
  'missing-data': ['Fachdaten fehlen', 'Die Einreichung hat keine Fachdaten.'],
  'hash-mismatch': ['Prüfsumme stimmt nicht', 'Die Prüfsumme stimmt nicht mit der in den Metadaten überein.'],
  'technical-error': ['Technischer Fehler', 'Die Einreichung ist größer, als sie sein darf.'],
} as const satisfies Record<string, readonly [title: string, detail: string]>

export type RejectReason = keyof typeof REASONS

export const problemOf = (reason: RejectReason, instance: Instance): Problem => {
  const [title, detail] = REASONS[reason]
  return { type: `${EVENT_BASE}problems/${reason}`, title, detail, instance }
}

/** The reason by which a problem is named. */
export const reasonOf = ({ type }: Problem): string => type.slice(type.lastIndexOf('/') + 1)

/** Why a submission waits although nothing is wrong with it: an administrator can do something about it. */
export type WaitingFor = 'no-mapping' | 'not-json' | 'no-service' | 'key-reused' | 'rest-not-kept'
