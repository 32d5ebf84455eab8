import type { Whole } from './case-actions.ts'

const GAP = '– '

interface Request {
  readonly text: string
  /** Where what is missing is to be written. */
  readonly gapAt: number
}

/** A letter that only wants what is missing; German, as the administration's language is (§ 23 VwVfG). */
export function requestText({ application: { applicantName, reference }, service }: Pick<Whole, 'application' | 'service'>, signedBy: string): Request {
  const opening = `Guten Tag ${applicantName},

vielen Dank für Ihren Antrag „${service.title.de}“ (${reference}). Damit wir ihn bearbeiten können, brauchen wir noch von Ihnen:

${GAP}`
  const closing = `

Bitte antworten Sie über Ihr Postfach im Portal. Bis dahin ruht die Frist für die Bearbeitung.

Mit freundlichen Grüßen
${signedBy}`
  return { text: opening + closing, gapAt: opening.length }
}
