import { ok, refuse, type Result } from '../../../shared/result.ts'
import type { Desk } from '../desk.ts'
import { failureOf } from '../network/failures.ts'
import type { Network } from '../network/network.ts'

/** Passes a question to the service and its answer back; without the service it is refused. */
export async function atTheService<Value>(desk: Desk, ask: (network: Network) => Promise<Value>): Promise<Result<Value>> {
  const open = desk.shown()
  if (!open.ok) return open
  try {
    return ok(await ask(open.value.network))
  } catch (error) {
    return refuse(failureOf(error).code)
  }
}
