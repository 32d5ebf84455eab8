import type { Missing } from '../../../../shared/domains/applications/missing.ts'
import type { Whole } from './case-actions.ts'

const GAP = '– '

interface Request {
  readonly text: string
  /** Where what is missing is to be written, or more of it. */
  readonly gapAt: number
}

/** A letter that asks for exactly what is missing; German, as the administration's language is (§ 23 VwVfG). */
export function requestText({ application: { applicantName, reference }, service }: Pick<Whole, 'application' | 'service'>, missing: readonly Missing[], signedBy: string): Request {
  const opening = `Guten Tag ${applicantName},

vielen Dank für Ihren Antrag „${service.title.de}“ (${reference}). Damit wir ihn bearbeiten können, brauchen wir noch von Ihnen:

${missing.map(missingLine).join('\n') || GAP}`
  const closing = `

Bitte antworten Sie über Ihr Postfach im Portal. Bis dahin ruht die Frist für die Bearbeitung.

Mit freundlichen Grüßen
${signedBy}`
  return { text: opening + closing, gapAt: opening.length }
}

/** One line for each; the label stands in „“, so that what was asked for can be counted by it. */
function missingLine(missing: Missing): string {
  if (missing.kind === 'document') return `${GAP}die Unterlage „${missing.label.de}“`
  return missing.isEmpty ? `${GAP}die Angabe „${missing.label.de}“` : `${GAP}die Angabe „${missing.label.de}“, die so nicht passt: ${missing.what.de}`
}
