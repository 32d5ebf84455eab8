import * as z from 'zod'
import type { Form } from './service-tables.ts'

/** What portal and desk understand of a property's rule; everything else is left to the validation. */
const Property = z.looseObject({
  type: z.string().optional(),
  enum: z.array(z.union([z.string(), z.number()])).optional(),
  format: z.string().optional(),
  const: z.json().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  maxLength: z.number().optional(),
})
export type Property = z.infer<typeof Property>

const Schema = z.looseObject({
  properties: z.record(z.string(), Property).default({}),
  required: z.array(z.string()).default([]),
})

export interface Question {
  readonly key: string
  readonly property: Property
  readonly isRequired: boolean
}

/** The rule behind one field of a form. */
export function questionOf(form: Pick<Form, 'schema'>, key: string): Question {
  const { properties, required } = Schema.parse(form.schema)
  return { key, property: properties[key] ?? {}, isRequired: required.includes(key) }
}
