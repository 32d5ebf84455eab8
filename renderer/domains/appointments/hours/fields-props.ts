import type { HoursDraft, HoursField } from './hours-draft.ts'

/** What a part of the form is given. */
export interface FieldsProps {
  readonly draft: HoursDraft
  readonly wrong: (field: HoursField) => string | undefined
  readonly onChange: (part: Partial<HoursDraft>) => void
}
