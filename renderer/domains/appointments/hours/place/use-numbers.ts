import { useState } from 'react'
import { useTranslation } from 'react-i18next'

export interface Range {
  readonly least: number
  readonly most: number
  /** Empty means none. */
  readonly isOptional?: true
}

interface NumberField {
  readonly value: string
  readonly error: string | undefined
  readonly maxLength: number
  readonly onChange: (text: string) => void
}

export interface Numbers<Key extends string> {
  readonly field: (key: Key) => NumberField
  /** What was typed; undefined, and said beside the fields, where one is no number that is possible. */
  readonly read: () => Readonly<Record<Key, number | null>> | undefined
}

/** Whole numbers of a form, each within its range. */
export function useNumbers<Key extends string>(ranges: Readonly<Record<Key, Range>>, initial: Readonly<Record<NoInfer<Key>, number | null>>): Numbers<Key> {
  const { t } = useTranslation()
  const keys = Object.keys(ranges) as Key[]
  const [typed, setTyped] = useState(() => Object.fromEntries(keys.map(key => [key, initial[key] === null ? '' : String(initial[key])])) as Readonly<Record<Key, string>>)
  const [isJudged, setJudged] = useState(false)
  const valueOf = (key: Key): number | null | undefined => inRange(typed[key], ranges[key])
  return {
    field: key => ({
      value: typed[key], maxLength: 5, onChange: text => setTyped(known => ({ ...known, [key]: text })),
      error: isJudged && valueOf(key) === undefined ? t('hours.place.range', { least: ranges[key].least, most: ranges[key].most }) : undefined,
    }),
    read: () => {
      setJudged(true)
      const values = keys.map(key => [key, valueOf(key)] as const)
      return values.some(([, value]) => value === undefined) ? undefined : Object.fromEntries(values) as Readonly<Record<Key, number | null>>
    },
  }
}

/** The number within its range; null for one left empty on purpose, undefined for what is not possible. */
export function inRange(text: string, { least, most, isOptional }: Range): number | null | undefined {
  const plain = text.trim()
  if (plain === '') return isOptional ? null : undefined
  const value = /^\d{1,5}$/.test(plain) ? Number(plain) : Number.NaN
  return value >= least && value <= most ? value : undefined
}
