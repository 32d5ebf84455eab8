import type { TFunction } from 'i18next'
import { ApplicationStatus } from '../../shared/domains/applications/tables.ts'
import { AppointmentStatus } from '../../shared/domains/appointments/tables.ts'
import { LETTER_PARTS } from '../../shared/domains/letters/missing-parts.ts'
import { isErrorCode, type ErrorCode } from '../../shared/errors.ts'
import type { ErrorSentences } from '../texts/errors-de.ts'

/** A refusal as it crosses the port. */
export interface RefusalShown {
  readonly code: ErrorCode
  readonly facts?: Readonly<Record<string, string | number>> | undefined
}

/** What happened, what it means and what to do, with the facts filled in. */
export function errorSentences(t: TFunction, { code, facts = {} }: RefusalShown): ErrorSentences {
  const filled = { ...facts, assignee: facts['assignee'] || t('history.somebody'), status: statusWord(t, facts['status']), part: partWord(t, facts) }
  return {
    happened: t(`errors.${code}.happened`, filled),
    meaning: t(`errors.${code}.meaning`, filled),
    todo: t(`errors.${code}.todo`, filled),
  }
}

function statusWord(t: TFunction, status: string | number | undefined): string {
  const { data } = ApplicationStatus.safeParse(status)
  if (data) return t(`status.${data}`)
  const appointment = AppointmentStatus.safeParse(status)
  if (appointment.success) return t(`appointments.status.${appointment.data}`)
  return status === undefined ? '–' : String(status)
}

function partWord(t: TFunction, { part, variable }: Readonly<Record<string, string | number>>): string {
  const known = LETTER_PARTS.find(candidate => candidate === part)
  return known ? t(`letter.part.${known}`, { variable: variable ?? '' }) : '–'
}

/** A code that came as plain text; one we do not know is told as unexpected. */
export const refusalOfText = (code: string): RefusalShown => ({ code: isErrorCode(code) ? code : 'request/unexpected' })
