import { oc } from '@orpc/contract'
import { PrivacyRequest, ProtectionOverview, RequestAnswered, RequestExtended, RequestRecorded } from '../wire/protection.ts'
import { refusable } from './refusable.ts'

/** What the data protection officer sees to, at the service alone. */
export const protectionDeskContract = {
  overview: oc.output(refusable(ProtectionOverview)),
  record: oc.input(RequestRecorded).output(refusable(PrivacyRequest)),
  extend: oc.input(RequestExtended).output(refusable(PrivacyRequest)),
  answer: oc.input(RequestAnswered).output(refusable(PrivacyRequest)),
}
