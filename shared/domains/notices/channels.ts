import * as z from 'zod'

/** How a notice reaches its recipient: through the print centre, in their mailbox, or printed in the house. */
export const CHANNELS = ['post', 'mailbox', 'here'] as const
export const Channel = z.enum(CHANNELS)
export type Channel = z.infer<typeof Channel>

/** How a letter is registered: Einschreiben, Einwurf, eigenhändig, Rückschein, eigenhändig mit Rückschein. */
export const REGISTERED = ['registered', 'drop-in', 'personal', 'with-receipt', 'personal-with-receipt'] as const
export const Registered = z.enum(REGISTERED)
export type Registered = z.infer<typeof Registered>

/** What was chosen for one notice. `by-consent`: in the mailbox where the recipient agreed to it, by post otherwise. */
export const Way = z.object({ channel: z.enum(['by-consent', 'post', 'here']), registered: Registered.nullable() })
export type Way = Readonly<z.infer<typeof Way>>

export const USUAL_WAY: Way = { channel: 'by-consent', registered: null }
