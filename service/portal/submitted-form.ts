import type { Form } from '../../shared/domains/applications/service-tables.ts'
import type { Submission } from '../../shared/wire/public.ts'
import type { Offer } from '../intake/catalogue.ts'
import { problemsOf } from '../../shared/domains/applications/form-problems.ts'
import type { Intake } from '../intake/intake.ts'
import { textOf } from '../../shared/domains/applications/problem-texts.ts'
import { valuesOf } from '../../shared/domains/applications/typed-values.ts'
import type { Filled } from './fields.ts'
import { typedIn } from './posted.ts'
import { refusalText, type Language } from './texts.ts'

export const emptyForm = (form: Form, language: Language): Filled => ({ form, language, typed: new Map(), problems: new Map() })

export type HandedOver =
  | { readonly kind: 'received'; readonly mailbox: string }
  | { readonly kind: 'refused'; readonly filled: Filled; readonly general: string | null; readonly isKeyUsedUp: boolean }

/** Hands a posted form to intake, and turns a refusal into what the page shows beside the fields. */
export async function handOver(
  intake: Intake,
  { offer, key, posted, language }: { readonly offer: Offer; readonly key: string; readonly posted: FormData; readonly language: Language },
): Promise<HandedOver> {
  const typed = typedIn(posted)
  const values = valuesOf(offer.form, typed)
  const formVersion = Number(posted.get('formVersion')) || offer.form.formVersion
  const attachments = await filesIn(posted)
  const result = await intake.submit({ key, serviceId: offer.service.id, formVersion, form: values, attachments })
  if (result.ok) return { kind: 'received', mailbox: result.value.mailbox }
  const { code, facts = {} } = result.error
  const found = problemsOf(offer.form, values).map(problem => [problem.key, textOf(problem)[language]] as const)
  return {
    kind: 'refused',
    filled: { form: offer.form, language, typed, problems: new Map(found) },
    general: code === 'intake/invalid-form' ? null : refusalText(code, facts, language),
    isKeyUsedUp: code === 'intake/key-reused',
  }
}

/** An empty choice arrives as one file without name and bytes. */
export async function filesIn(posted: FormData): Promise<Submission['attachments']> {
  const files = posted.getAll('files').filter((entry): entry is File => typeof entry !== 'string' && entry.name !== '')
  return Promise.all(
    files.map(async file => ({
      filename: file.name,
      mediaType: file.type || 'application/octet-stream',
      content: Buffer.from(await file.arrayBuffer()).toString('base64'),
    })),
  )
}
