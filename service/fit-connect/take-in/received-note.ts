import type { Mapped } from '../../../shared/domains/applications/apply-mapping.ts'
import { cut } from '../../../shared/text.ts'
import type { LeftOut } from './files.ts'

/** As long as a line of a case's history may be. */
const MOST_OF_NOTE = 8_000
const MOST_OF_NAME = 120

export interface ReceivedFacts {
  readonly submissionId: string
  readonly caseId: string
  readonly mapped: Pick<Mapped, 'others' | 'missing'>
  readonly leftOut: readonly LeftOut[]
}

const OTHERS = 'Weitere Angaben ohne eigenes Feld:'

const WHY = { infected: 'darin wurde ein Schadprogramm gefunden', forbidden: 'diese Art von Datei wird nicht angenommen' } as const

/** What staff read of a submission beside its form. `rest`: everything that has no field, where it is too long for the line. */
export function receivedNote({ submissionId, caseId, mapped, leftOut }: ReceivedFacts): { readonly note: string; readonly rest: string | null } {
  const head = ['Eingegangen über das Portal (FIT-Connect).', `Einreichung ${submissionId}, Vorgang ${caseId}.`]
  const missing = mapped.missing.length > 0 ? [cut(`Im Formular fehlen: ${mapped.missing.join(', ')}.`, 1_000)] : []
  const files = leftOut.slice(0, 20).map(({ filename, why }) => `Die Anlage „${cut(filename, MOST_OF_NAME)}“ wurde nicht übernommen: ${WHY[why]}. Bitte fordern Sie sie neu an.`)
  const others = mapped.others.map(({ label, value }) => readable(`${label}: ${value}`))
  const whole = [...head, ...missing, ...files, ...(others.length > 0 ? ['', OTHERS, ...others] : [])].join('\n')
  if (whole.length <= MOST_OF_NOTE) return { note: whole, rest: null }
  const note = [...head, ...missing, ...files, '', 'Weitere Angaben ohne eigenes Feld stehen in der Datei „Weitere Angaben.txt“.'].join('\n')
  return { note: cut(note, MOST_OF_NOTE), rest: [OTHERS, ...others].join('\n') }
}

/** Without signs that no text file may hold and no database keeps. */
const readable = (text: string): string => text.toWellFormed().replaceAll(/\p{Cc}/gu, sign => (sign === '\n' || sign === '\t' ? sign : ' '))
