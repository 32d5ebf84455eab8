import * as z from 'zod'
import type { Instant } from '../../shared/time.ts'

/** What the main process says to the core's process; with `connect` comes a port for one client. */
export type MessageToCore =
  | {
      readonly kind: 'start'
      /** Null where no service is set: the sign-in page then says so. */
      readonly serviceUrl: string | null
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
