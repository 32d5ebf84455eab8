import { Capture } from '../../../../shared/domains/applications/capture-command.ts'
import type { Json, JsonObject } from '../../../../shared/json.ts'
import type { Language } from '../../../texts/languages.ts'
import { formatPlainDay } from '../../../ui/format.ts'
import type { CaptureDraft } from './capture-draft.ts'

/**
 * What was typed of an application that was not accepted, as the draft it was; undefined where the command took none
 * down, or where its case is there already.
 */
export function draftOfRefused({ name, code, input }: { readonly name: string; readonly code: string; readonly input: Json }, language: Language): CaptureDraft | undefined {
  const capture = name === 'applications.capture' && code !== 'applications/captured-before' ? Capture.safeParse(input).data : undefined
  if (!capture) return undefined
  const { applicationId, serviceId, formVersion, channel, receivedOn, form } = capture
  return { applicationId, serviceId, formVersion, channel, receivedOn: formatPlainDay(receivedOn, language), typed: typedOf(form) }
}

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/

/** The form's values as a person types them. */
const typedOf = (form: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(form).map(([key, value]) => [key, typed(value)] as const))

function typed(value: Json): string {
  if (typeof value !== 'string') return typeof value === 'number' ? String(value).replace('.', ',') : JSON.stringify(value)
  const [, year, month, day] = DAY.exec(value) ?? []
  return year ? `${day}.${month}.${year}` : value
}

/** Whether somebody has begun to type an application: nothing may be put in its place. */
export const isBegun = (draft: CaptureDraft | undefined): boolean =>
  draft !== undefined && (draft.receivedOn !== '' || Object.values(draft.typed).some(text => text.trim() !== ''))
