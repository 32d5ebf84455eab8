import { isContractProcedure } from '@orpc/contract'
import { implement, ORPCError, type AnyRouter } from '@orpc/server'
import type { CoreRouter } from '../../main/core/router/router.ts'
import { coreContract } from '../../shared/contract/contract.ts'

type Branch = { readonly [name: string]: unknown }

/**
 * A router for part of the contract made whole: whatever it leaves out is asked for and not answered, as when a question
 * fails. A screen of a test shows what it came for and is still there.
 */
export const withUnanswered = (answered: Branch): CoreRouter =>
  filled(coreContract, implement(coreContract) as unknown as Branch, answered) as unknown as CoreRouter

function filled(contract: Branch, implementer: Branch, answered: Branch | undefined): AnyRouter {
  const entries = Object.entries(contract).map(([name, part]) => {
    const given = answered?.[name]
    if (!isContractProcedure(part)) return [name, filled(part as Branch, implementer[name] as Branch, given as Branch | undefined)]
    return [name, given ?? (implementer[name] as { handler(run: () => never): unknown }).handler(notHere)]
  })
  return Object.fromEntries(entries) as AnyRouter
}

function notHere(): never {
  throw new ORPCError('NOT_IMPLEMENTED')
}
