import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const layout = (name: string): string => readFileSync(join(import.meta.dirname, name), 'utf8')

/** Certificates of persons one after the other, and the list before them. */
export const CERTIFICATE_LAYOUT = layout('certificate.typ')
/** Entries for vaccination passes on sheets of labels. */
export const LABELS_LAYOUT = layout('labels.typ')
