import * as z from 'zod'

const Key = z.string().min(1).max(80)

/** Narrows a list by one field of its service's form; bounds are included, null is no bound. */
export const FormFilter = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), key: Key, how: z.enum(['begins', 'contains']), text: z.string().min(1).max(60) }),
  z.object({ kind: z.literal('number'), key: Key, from: z.number().nullable(), to: z.number().nullable() }),
  z.object({ kind: z.literal('date'), key: Key, from: z.iso.date().nullable(), to: z.iso.date().nullable() }),
  z.object({ kind: z.literal('choice'), key: Key, values: z.array(z.string().max(200)).min(1).max(100) }),
  z.object({ kind: z.literal('yes-no'), key: Key, value: z.boolean() }),
])
export type FormFilter = z.infer<typeof FormFilter>
