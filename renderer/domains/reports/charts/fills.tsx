import type { ReactElement } from 'react'
import type { Fill } from '../figure-data.ts'

/** The hatching that a chart's marks refer to; ids are per chart. */
export const Hatching = ({ id }: { readonly id: string }): ReactElement => (
  <defs>
    <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" className="chart__hatch-back" />
      <rect width="2.5" height="6" className="chart__hatch-line" />
    </pattern>
  </defs>
)

export const fillOf = (fill: Fill, hatchingId: string): string | undefined => (fill === 'hatched' ? `url(#${hatchingId})` : undefined)

/** What a series looks like, beside its name. */
export function Swatch({ fill, hatchingId }: { readonly fill: Fill; readonly hatchingId: string }): ReactElement {
  return (
    <svg className="chart__swatch" width="14" height="14" aria-hidden="true">
      <rect x="1" y="1" width="12" height="12" rx="2" className={`chart__bar chart__bar--${fill}`} fill={fillOf(fill, hatchingId)} />
    </svg>
  )
}
