import { useState } from 'react'
import type { PageArea } from '../../../../../shared/domains/applications/tables.ts'
import type { RefusalShown } from '../../../../ui/error-sentences.ts'
import type { PageSource, Rotation } from './page-source.ts'

export interface Burner {
  /** The page being drawn, 0 before the first, null while nothing is made. */
  readonly progress: number | null
  readonly refusal: RefusalShown | null
  /** The redacted copy, if it passed the check; what did not is thrown away. */
  readonly redact: (areas: readonly PageArea[], filename: string) => Promise<File | undefined>
  /** The pages as a PDF, as they are seen. */
  readonly convert: (filename: string) => Promise<File | undefined>
}

const ending = (filename: string): string => (filename.toLowerCase().endsWith('.pdf') ? filename : `${filename}.pdf`)

/** Makes files of pages. What does it is loaded when it is needed. */
export function useBurning(source: PageSource, rotation: Rotation): Burner {
  const [progress, setProgress] = useState<number | null>(null)
  const [refusal, setRefusal] = useState<RefusalShown | null>(null)
  const make = async (areas: readonly PageArea[], filename: string, isChecked: boolean): Promise<File | undefined> => {
    setProgress(0)
    setRefusal(null)
    try {
      const { burn } = await import('./burn.ts')
      const content = await burn(source, { areas, rotation, onPage: setProgress })
      if (isChecked && !(await (await import('./check-burnt.ts')).isBurnt(content, source.pageCount, areas, rotation))) {
        setRefusal({ code: 'files/not-burnt' })
        return undefined
      }
      return new File([content], ending(filename.trim()), { type: 'application/pdf' })
    } catch {
      setRefusal({ code: 'files/broken' })
      return undefined
    } finally {
      setProgress(null)
    }
  }
  return { progress, refusal, redact: (areas, filename) => make(areas, filename, true), convert: filename => make([], filename, false) }
}
