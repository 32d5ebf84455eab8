import * as z from 'zod'
import { ErrorCodeOnWire, Facts } from '../wire/commands.ts'

/** `Result` as it crosses the port: exceptions stay for bugs. */
export const refusable = <Value extends z.ZodType>(value: Value) =>
  z.discriminatedUnion('ok', [
    z.object({ ok: z.literal(true), value }),
    z.object({ ok: z.literal(false), error: z.object({ code: ErrorCodeOnWire, facts: Facts.optional() }) }),
  ])
