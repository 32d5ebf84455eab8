import * as z from 'zod'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

/** Any JSON value; bounds on size and depth are the reader's at the edge, before parsing. */
export const Json = z.json() as z.ZodType<Json, Json>

export const JsonObject = z.record(z.string().max(200), Json)
export type JsonObject = z.infer<typeof JsonObject>

/** A text in both languages of the product. */
export const Bilingual = z.object({ de: z.string().min(1).max(400), en: z.string().min(1).max(400) })
export type Bilingual = z.infer<typeof Bilingual>

/** The same for a text of several paragraphs. */
export const BilingualText = z.object({ de: z.string().min(1).max(4_000), en: z.string().min(1).max(4_000) })
