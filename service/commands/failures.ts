import type { ErrorCode } from '../../shared/errors.ts'

/** What an exception of the database means for a command. */
export type Failure =
  /** Two transactions got in each other's way; nothing happened, do it again at once. */
  | { readonly kind: 'again' }
  /** The database cannot be reached now; whether the command took effect is unknown, its id will tell. */
  | { readonly kind: 'away' }
  /** A constraint stood in the way where the rule above it did not. */
  | { readonly kind: 'refused'; readonly code: ErrorCode }
  /** A bug. */
  | { readonly kind: 'unexpected' }

const REFUSED_BY: Readonly<Record<string, ErrorCode>> = {
  decisions_four_eyes: 'applications/own-proposal',
  decisions_released_as_ordered: 'applications/own-proposal',
  appointments_no_overlap: 'appointments/slot-taken',
  hall_bookings_no_overlap: 'halls/taken',
  decisions_content_final: 'applications/proposal-changed',
}

/** Serialisation failure, deadlock, lock not available. */
const IN_THE_WAY: readonly string[] = ['40001', '40P01', '55P03']

/** Shut down, starting up, too many connections, ended for having waited too long, and the system's own words for a broken connection. */
const AWAY: readonly string[] = ['57P01', '57P02', '57P03', '53300', '25P03', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT']

export function failureOf(error: unknown): Failure {
  const { code, constraint } = detailsOf(error)
  // Somebody sent the same command at the same time and was first: its answer is there now.
  if (constraint === 'commands_once' || IN_THE_WAY.includes(code)) return { kind: 'again' }
  if (AWAY.includes(code) || code.startsWith('08') || isConnectionLost(error)) return { kind: 'away' }
  const refused = REFUSED_BY[constraint]
  return refused ? { kind: 'refused', code: refused } : { kind: 'unexpected' }
}

function detailsOf(error: unknown): { readonly code: string; readonly constraint: string } {
  if (!(error instanceof Error)) return { code: '', constraint: '' }
  const { code, constraint } = error as Error & { readonly code?: unknown; readonly constraint?: unknown }
  return { code: typeof code === 'string' ? code : '', constraint: typeof constraint === 'string' ? constraint : '' }
}

/** The driver gives no code when the server goes away in the middle of a query. */
const isConnectionLost = (error: unknown): boolean =>
  error instanceof Error && /^(Connection terminated|timeout exceeded when trying to connect)/.test(error.message)
