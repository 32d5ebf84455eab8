import { formIdOf } from '../../../shared/ids.ts'
import { capture, type Capture } from '../../../shared/domains/applications/capture-command.ts'
import { describe } from '../../../shared/domains/applications/described.ts'
import { contactOfForm } from '../../../shared/domains/people/form-contact.ts'
import type { Application } from '../../../shared/domains/applications/tables.ts'
import type { Completion } from '../../commands/context.ts'
import { personOfApplicant } from '../../intake/person-of-applicant.ts'
import { nextReceiptNumber, referenceFor } from '../../intake/receipt-number.ts'

/** Gives an application that staff took down its number, its reference and the citizen it is of: the same as the portal's. */
export const completeCapture: Completion = async (trx, { changes, input, state, moment: { actor: { townId } } }) => {
  const captured = changes.find(change => change.table === 'applications')?.row
  const { serviceId, formVersion, form: values }: Capture = capture.input.parse(input)
  const service = state.get('services', serviceId)
  const form = state.get('forms', formIdOf(serviceId, formVersion))
  if (!captured || !service || !form) throw new Error('a capture was agreed to without its application, service or form')
  const { applicantName: name, email } = describe(form, service, values)
  const personId = await personOfApplicant(trx, townId, { name, email, ...contactOfForm(values) }, captured.personId)
  // Last: everybody else who wants a number waits from here on.
  const number = await nextReceiptNumber(trx, townId)
  const reference = await referenceFor(trx, townId, number, captured.receivedAt)
  const completed: Application = { ...captured, number, reference, personId }
  return changes.map(change => (change.table === 'applications' ? { table: 'applications', row: completed } : change))
}
