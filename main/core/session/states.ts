import type { SessionState } from '../../../shared/contract/session.ts'
import type { ErrorCode } from '../../../shared/errors.ts'
import type { KeyStanding } from './key-custody.ts'
import type { Standing } from './session-parts.ts'

/** Nobody is signed in; the PIN is offered as long as it opens. */
export function signedOutState(key: KeyStanding | null, problem: ErrorCode | null): SessionState {
  const opens = key !== null && key.pinSet && key.isWithinWindow && key.attemptsLeft > 0
  return {
    kind: 'signed-out',
    offlineUnlock: opens ? { name: key.name, until: key.until, attemptsLeft: key.attemptsLeft } : null,
    problem,
  }
}

export function signedInState(standing: Standing, pinSet: boolean, keyInFile: boolean): SessionState {
  const { accountId, personId, name, grants, townName } = standing
  return { kind: 'signed-in', person: { accountId, personId, name, grants }, townName, pinSet, keyInFile }
}
