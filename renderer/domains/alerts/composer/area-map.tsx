import { useMemo, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Area } from '../../../../shared/domains/alerts/area.ts'
import type { Locality } from '../../../../shared/domains/alerts/tables.ts'
import { labelsOf } from './map-labels.ts'
import { townMap } from './map-shapes.ts'

/** Where the message holds, seen from above; the words beside it say the same. */
export function AreaMap({ localities, areas }: { readonly localities: readonly Locality[]; readonly areas: readonly Area[] }): ReactElement | null {
  const { t } = useTranslation()
  const drawn = useMemo(() => drawing(localities, areas), [localities, areas])
  if (!drawn) return null
  const { map, names, labels } = drawn
  const isChosen = (name: string): boolean => names.has(name)
  const label = names.size > 0 ? t('alerts.mapOf', { places: [...names].join(', ') }) : t('alerts.mapEmpty')
  const look = (name: string): string => (isChosen(name) ? 'alert-map__place alert-map__place--chosen' : 'alert-map__place')
  return (
    <figure className="alert-map" aria-label={label}>
      <svg viewBox={`0 0 ${map.width} ${map.height}`} aria-hidden="true">
        {map.shapes.map((shape, index) => (shape.kind === 'round'
          ? <circle key={index} className="alert-map__area" cx={shape.x} cy={shape.y} r={Math.max(shape.radius, 4)} />
          : <polygon key={index} className="alert-map__area" points={shape.points} />))}
        {map.places.map(({ name, x, y }) => <circle key={name} className={look(name)} cx={x} cy={y} r={isChosen(name) ? 4 : 2.5} />)}
        {labels.map(({ name, x, y, anchor }) => <text key={name} className={look(name)} x={x} y={y} textAnchor={anchor}>{name}</text>)}
      </svg>
    </figure>
  )
}

/** Once for what was chosen, not for each letter that is typed beside it. */
function drawing(localities: readonly Locality[], areas: readonly Area[]) {
  const map = townMap(localities, areas)
  const names = new Set(map?.shapes.map(({ name }) => name))
  return map && { map, names, labels: labelsOf(map, name => names.has(name)) }
}
