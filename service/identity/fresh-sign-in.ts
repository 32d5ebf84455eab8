import { ok, refuse, type Result } from '../../shared/result.ts'

/** Long enough to come back from the sign-in and press the button. */
const FRESH_MINUTES = 5
/** What clocks of two computers may differ. */
const SKEW_SECONDS = 60

/**
 * Whether somebody has proved who they are just now, as giving out health data asks for. Both times are by the computers'
 * own clocks, also where the town runs on a demo clock; `authTime` in seconds, 0 where the issuer does not say.
 */
export function freshSignIn(authTime: number, nowMs: number): Result<null> {
  const seconds = nowMs / 1000 - authTime
  return seconds <= FRESH_MINUTES * 60 && seconds >= -SKEW_SECONDS ? ok(null) : refuse('session/sign-in-again', { minutes: FRESH_MINUTES })
}
