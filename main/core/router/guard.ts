import { ORPCError } from '@orpc/server'
import { ERRORS } from '../../../shared/errors.ts'
import type { Refusal } from '../../../shared/result.ts'
import { orThrow, type Desk, type OpenDesk } from '../desk.ts'

/** A refusal where a contract entry has no place for one: the page gets its code and status. */
export const asError = ({ code, facts }: Refusal): ORPCError<string, unknown> =>
  new ORPCError(code, { status: ERRORS[code].status, message: code, data: facts ?? {} })

/** The open desk; locked or signed out, no question about its rows is answered. */
export const shownDesk = (desk: Desk): OpenDesk => orThrow(desk.shown(), asError)
