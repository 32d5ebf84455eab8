import { ok, type Refusal, type Result } from '../../../shared/result.ts'
import type { Database } from '../cache/database.ts'
import { attempt } from '../cache/failures.ts'
import { transact } from '../cache/turn.ts'

/** Carries a refusal out of a transaction, so that nothing of it stays. */
class Refused extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal) {
    super(refusal.code)
    this.refusal = refusal
  }
}

/** Stores what belongs together in one transaction: a refusal, a full disk or a crash leaves nothing of it. */
export function storeWhole<Value>(db: Database, act: () => Result<Value>): Result<Value> {
  try {
    const stored = attempt(() => transact(db, () => {
      const acted = act()
      if (!acted.ok) throw new Refused(acted.error)
      return acted.value
    }))
    return stored.ok ? ok(stored.value) : stored
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.refusal }
    throw error
  }
}
