import * as z from 'zod'
import type { Refusal } from '../../shared/result.ts'
import type { Instant } from '../../shared/time.ts'

/** A proxy that every request goes through, except those to some hosts. */
export interface Proxy {
  readonly url: string
  readonly except: readonly string[]
}

/** What the main process says to the core's process; with `connect` comes a port for one client. */
export type MessageToCore =
  | {
      readonly kind: 'start'
      /** Where the service is, or why nobody knows: the sign-in page then says it. */
      readonly service: { readonly url: string; readonly idleMs: number; readonly signInMs: number; readonly languages: readonly ('de' | 'en')[] } | { readonly problem: Refusal }
      readonly proxy: Proxy | null
      /** Of this program, as the administration sees it in the list of devices. */
      readonly version: string
      readonly profileDir: string
      /** Where the demo's clock stands at start; null for the computer's own. */
      readonly now: Instant | null
    }
  | { readonly kind: 'connect' }
  /** The network is likely back: the computer woke up. */
  | { readonly kind: 'wake' }
  /** End, once everything that was saved is on the disk. */
  | { readonly kind: 'close' }

/** What the core's process says to the main process; parsed, because a process that was taken over may say anything. */
export const MessageFromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('started') }),
  z.object({ kind: z.literal('open-browser'), url: z.string().max(8_000) }),
  /** The browser has come back from the sign-in: time to show the window. */
  z.object({ kind: z.literal('came-back') }),
])
export type MessageFromCore = z.infer<typeof MessageFromCore>
