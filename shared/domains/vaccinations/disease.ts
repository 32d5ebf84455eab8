import * as z from 'zod'

/** A disease by its code in SNOMED CT and its German name. */
export const Disease = z.object({ code: z.string().regex(/^\d{6,18}$/), name: z.string().min(1).max(120) })
export type Disease = Readonly<z.infer<typeof Disease>>
