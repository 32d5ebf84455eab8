import { useState } from 'react'
import { MOST_SIGNS, readRecords, type ReadRecords } from '../../../../shared/formats/fhir/read-bundle.ts'

export interface ReadFile {
  readonly name: string | undefined
  readonly isReading: boolean
  readonly records: ReadRecords | undefined
  readonly choose: (file: File) => void
}

/** What a chosen file tells. It is read here on the desk, so that it works without a connection and nothing leaves it. */
export function useReadFile(today: string): ReadFile {
  const [file, setFile] = useState<File>()
  const [records, setRecords] = useState<ReadRecords>()
  const read = async (chosen: File): Promise<void> => {
    // Every sign takes a byte at least; a file that vanished meanwhile is as good as a damaged one.
    const text = chosen.size > MOST_SIGNS * 3 ? undefined : await chosen.text().catch(() => '')
    setRecords(text === undefined ? { kind: 'unreadable', reason: 'too-large' } : readRecords(text, today))
  }
  return {
    name: file?.name, isReading: file !== undefined && records === undefined, records,
    choose: chosen => {
      setFile(chosen)
      setRecords(undefined)
      void read(chosen)
    },
  }
}
