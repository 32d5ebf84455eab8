import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import { Icon } from '../../../ui/icon.tsx'
import type { Catalogue, SessionDay } from '../queries.ts'
import { dayFigures, type BatchFigure } from './day-figures.ts'

/** So few doses are soon gone. */
const FEW = 5

/** How the day stands: what was documented, and what is left of each batch. */
export function FiguresLine({ day, catalogue, expected }: { readonly day: SessionDay; readonly catalogue: Catalogue; readonly expected: number }): ReactElement {
  const { t } = useTranslation()
  const { documented, batches } = dayFigures(day, catalogue)
  return (
    <section aria-label={t('vaccinations.figures')}><dl className="figures-line">
      <div className="figures-line__one"><dt>{t('vaccinations.documented')}</dt><dd>{documented}</dd></div>
      <div className="figures-line__one"><dt>{t('vaccinations.expected')}</dt><dd>{expected}</dd></div>
      {batches.map(figure => <BatchLeft key={figure.batch.id} figure={figure} />)}
    </dl></section>
  )
}

function BatchLeft({ figure: { batch, vaccine, given, left } }: { readonly figure: BatchFigure }): ReactElement {
  const { t } = useTranslation()
  return (
    <div className="figures-line__one">
      <dt>{vaccine.name} <span className="figures-line__lot">{batch.lot}</span></dt>
      <dd>
        {left === null ? t('vaccinations.given', { count: given }) : t('vaccinations.dosesLeft', { count: left })}
        {left !== null && left <= FEW && <span className="soon figures-line__few"><Icon name="warning" size={16} />{t(left < 0 ? 'vaccinations.moreThanBrought' : 'vaccinations.few')}</span>}
      </dd>
    </div>
  )
}
