import { sha256Hex } from '../../../../shared/canonical.ts'
import type { Clock } from '../../../../shared/time.ts'
import type { SignatureOutcome, SignatureProvider, SignatureRequest } from './signature-provider.ts'

/** What becomes of a request: signed after a while, declined after a while, or first nobody is there. */
export type Fate = 'signed' | 'declined' | 'away-once'

interface SimulatorParts {
  readonly clock: Clock
  /** How long the person takes to confirm. */
  readonly takesMs?: number
  readonly fateOf?: (request: SignatureRequest) => Fate
}

const TAKES_MS = 20_000
const ASK_AGAIN_MS = 5_000

/** Of sixteen one is declined, and at two nobody is there at first; which, follows from what is signed. */
function usualFate({ documentHash }: SignatureRequest): Fate {
  const digit = documentHash.at(0)
  if (digit === '0') return 'declined'
  return digit === '1' || digit === '2' ? 'away-once' : 'signed'
}

/**
 * Behaves as a provider does, with its delays and its failures, and makes nothing that anybody could take for a signature:
 * for demonstrations and tests.
 */
export function createSignatureSimulator({ clock, takesMs = TAKES_MS, fateOf = usualFate }: SimulatorParts): SignatureProvider {
  const since = new Map<string, number>()
  const away = new Set<string>()
  return {
    name: 'Simulator (keine echte Signatur)',
    sign: async request => {
      const fate = fateOf(request)
      if (fate === 'away-once' && !away.has(request.key)) {
        away.add(request.key)
        throw new Error('the provider of signatures does not answer')
      }
      const begunMs = since.get(request.key) ?? clock.nowMs()
      since.set(request.key, begunMs)
      const waitMs = begunMs + takesMs - clock.nowMs()
      return waitMs > 0 ? { state: 'pending', retryAfterMs: Math.min(waitMs, ASK_AGAIN_MS) } : ended(request, fate)
    },
  }
}

function ended({ key, documentHash }: SignatureRequest, fate: Fate): SignatureOutcome {
  if (fate === 'declined') return { state: 'failed', reason: 'declined' }
  const reference = `SIM-${sha256Hex(key).slice(0, 12)}`
  return { state: 'complete', reference, signature: `SIMULATION: keine Signatur\nVorgang ${reference}\nSHA-256 ${documentHash}\n` }
}
