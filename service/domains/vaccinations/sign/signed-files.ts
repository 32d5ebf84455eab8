import type { Vaccination } from '../../../../shared/domains/vaccinations/tables.ts'
import { signedContent } from './signed-content.ts'

/** A file inside a PDF. */
export interface AttachedFile {
  readonly name: string
  readonly content: string
  readonly type: string
  readonly relationship: 'source' | 'supplement'
  readonly description: string
}

/** What was signed with a qualified signature and the signature itself, so that whoever gets the file can check both. */
export function signedFiles(record: Vaccination): readonly AttachedFile[] {
  const { number, confirmation } = record
  if (confirmation.kind !== 'qualified') return []
  return [
    { name: `${number}.json`, content: signedContent(record), type: 'application/json', relationship: 'source', description: `Signierter Inhalt der Impfdokumentation ${number}` },
    { name: `${number}.sig`, content: confirmation.signature, type: 'text/plain', relationship: 'supplement', description: `Signatur von ${confirmation.provider} zu ${number}` },
  ]
}
