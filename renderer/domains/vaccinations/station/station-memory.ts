import { useState } from 'react'
import type { Json } from '../../../../shared/json.ts'
import type { DoseDraft } from '../../../../shared/domains/vaccinations/documentation.ts'
import { usePerson } from '../../../core-client/core-context.tsx'
import { usePreference } from '../../../ui/use-preference.ts'
import type { Box } from './scanned-box.ts'

export type Site = NonNullable<DoseDraft['site']>

export const SITES = ['left-arm', 'right-arm', 'left-thigh', 'right-thigh', 'mouth', 'nose'] as const satisfies readonly Site[]

/** What a station keeps from one person to the next. */
export interface StationMemory {
  readonly site: Site
  readonly vaccinatorName: string
  /** The box of the person before; whoever takes from the same one says so. */
  readonly lastBox: Box | undefined
  readonly keep: (part: { readonly site?: Site; readonly vaccinatorName?: string; readonly lastBox?: Box }) => void
}

const isSite = (value: Json): value is Site => SITES.some(site => site === value)

export function useStationMemory(): StationMemory {
  const site = usePreference<Site>('vaccinations.site', isSite)
  const { name } = usePerson()
  const [vaccinatorName, setVaccinator] = useState(name)
  const [lastBox, setLastBox] = useState<Box>()
  return {
    site: site.value ?? 'left-arm', vaccinatorName, lastBox,
    keep: part => {
      if (part.site) site.set(part.site)
      if (part.vaccinatorName !== undefined) setVaccinator(part.vaccinatorName)
      if (part.lastBox) setLastBox(part.lastBox)
    },
  }
}
