import { madeAtMs, type CommandId } from '../../ids.ts'

/** What stands for the reference until the service has given one; screens say it in the person's language. */
export const PROVISIONAL_REFERENCE = 'vorläufig'

/** Above every number a town will ever give, and still below 2³¹, so that a case taken down here sorts as the newest. */
const FIRST_PROVISIONAL = 2_000_000_001
/** 37 hours in milliseconds; a desk works without the service for 24 at most. */
const MILLISECONDS = 2 ** 27

/** Whether the service has not given the case its number yet. */
export const isProvisional = ({ number }: { readonly number: number }): boolean => number >= FIRST_PROVISIONAL

/**
 * The number a case bears on the desk that took it down, until the service has given the real one: rising with time, and the
 * same whenever the command is decided anew. The commands of one desk never share a millisecond, so no two cases share a number.
 */
export const provisionalNumber = (commandId: CommandId): number => FIRST_PROVISIONAL + (madeAtMs(commandId) % MILLISECONDS)
