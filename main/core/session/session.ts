import type { SessionState } from '../../../shared/contract/session.ts'
import type { Result } from '../../../shared/result.ts'
import type { Observable } from '../observable.ts'
import { DeskSession } from './desk-session.ts'
import type { EndedBy, SessionParts, Standing } from './session-parts.ts'

export type { EndedBy, OpenedDesk, SessionParts, Standing } from './session-parts.ts'

type Nothing = Readonly<Record<string, never>>

/**
 * Who works at this desk. One step at a time; the state is in `state` and drawn in shared/contract/session.ts.
 *
 * 1. A desk starts signed out: a restart never gets around the lock. Who set a PIN opens it again by that.
 * 2. `signed-in` means: this account's cache is open and its screens may be shown.
 * 3. Locked keeps cache and tokens, so that what was saved is still sent; only screens are closed.
 * 4. The issuer's refusal to renew, or an account the service no longer knows, ends the session and the PIN with it.
 *    What the service says belongs to nobody here any more is taken off the disk then, and looked for while nobody is signed in.
 * 5. More than 24 h after the last sign-in nothing opens but a new one, online or not.
 */
export interface Session {
  readonly state: Observable<SessionState>
  /** Settled when the profile has been read and `state` tells who may unlock. */
  readonly ready: Promise<void>
  signIn(language?: string): Promise<Result<{ readonly authorizationUrl: string | null }>>
  /** Takes the address the browser came back with. */
  completeSignIn(callbackUrl: string): Promise<Result<Nothing>>
  signOut(): Promise<Result<Nothing>>
  lock(): Promise<Result<Nothing>>
  unlock(pin: string): Promise<Result<Nothing>>
  setPin(pin: string): Promise<Result<Nothing>>
  active(): void
  /** The id of this computer, as the service knows it; null where the profile cannot be read. */
  readonly deskId: string | null
  /** For requests to the service; `fresh` after the last token was refused. */
  accessToken(fresh?: boolean): Promise<Result<string>>
  /**
   * The same for the sync of one account's cache, and `session/signed-out` unless the tokens are that account's: while
   * somebody else signs in at a locked desk, what is unsent there must not go out in their name.
   */
  accessTokenFor(cacheFile: string, fresh?: boolean): Promise<Result<string>>
  /** The service does not know the person any more, takes no token of theirs, or has cut this computer off. */
  ended(code: EndedBy): void
  /** The service has told anew who the person is. */
  renewed(reply: Standing): void
  /** Closes the open cache and opens it again, for the same person: it was found to be damaged. */
  reopen(): Promise<void>
  /** A lost key is given up: the next sign-in makes a new one. The old files stay. Only after `keychain/key-lost`. */
  startAfresh(): Promise<Result<Nothing>>
  close(): Promise<void>
}

export const createSession = (parts: SessionParts): Session => new DeskSession(parts)
