import type { CommandId } from '../../ids.ts'
import { msOf, type Instant } from '../../time.ts'

/** What stands for the reference until the service has given one; screens say it in the person's language. */
export const PROVISIONAL_REFERENCE = 'vorläufig'

/** Above every number a town will ever give, and still below 2³¹, so that a case taken down here sorts as the newest. */
const FIRST_PROVISIONAL = 2_000_000_001
const SECONDS = 2 ** 20
const IN_ONE_SECOND = 2 ** 7

/** Whether the service has not given the case its number yet. */
export const isProvisional = ({ number }: { readonly number: number }): boolean => number >= FIRST_PROVISIONAL

/**
 * The number a case bears on the desk that took it down, until the service has given the real one: rising with time over
 * twelve days, and the same whenever the command is decided anew.
 */
export function provisionalNumber(commandId: CommandId, now: Instant): number {
  const second = Math.floor(msOf(now) / 1_000) % SECONDS
  return FIRST_PROVISIONAL + second * IN_ONE_SECOND + (Number.parseInt(commandId.slice(-2), 16) % IN_ONE_SECOND)
}
