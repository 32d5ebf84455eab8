import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../../../shared/domains/alerts/area.ts'
import { readGeoJson, type GeoJsonProblem } from '../../../../shared/formats/geojson.ts'
import { moreAreas } from './more-areas.ts'

/** As many areas as one message can have. */
export const MOST_AREAS = 40
const MOST_BYTES = 2_000_000
const MOST_POINTS = 5_000

type FileProblem = GeoJsonProblem | 'too-large' | 'too-many' | 'known'

interface AreaFile {
  readonly read: (file: File | undefined) => Promise<void>
  /** Why nothing was taken from the last file. */
  readonly problem: FileProblem | undefined
}

/** Takes the shapes of a file into the areas of a message: all of them, or none and why. */
export function useAreaFile(areas: readonly Area[], onAdded: (areas: readonly Area[]) => void): AreaFile {
  const { t } = useTranslation()
  const [problem, setProblem] = useState<FileProblem>()
  const read = async (file: File | undefined): Promise<void> => {
    if (!file) return
    const shapes = file.size > MOST_BYTES ? { ok: false, error: 'too-large' } as const : readGeoJson(await file.text())
    if (!shapes.ok) return setProblem(shapes.error)
    const found = shapes.value.map(({ name, points }, index): Area => ({ kind: 'polygon', name: name || t('alerts.shapeName', { number: areas.length + index + 1 }), points: points.slice() }))
    const added = moreAreas(areas, found)
    const isTooMany = added.length > MOST_AREAS || shapes.value.some(({ points }) => points.length > MOST_POINTS)
    setProblem(isTooMany ? 'too-many' : added === areas ? 'known' : undefined)
    if (!isTooMany && added !== areas) onAdded(added)
  }
  return { read, problem }
}
