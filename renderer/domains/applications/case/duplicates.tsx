import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Surroundings } from '../../../../shared/contract/around.ts'
import { Button } from '../../../ui/button.tsx'
import { formatDay, formatNumber } from '../../../ui/format.ts'
import { Icon } from '../../../ui/icon.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import type { Whole } from './case-actions.ts'
import { CaseLink, type OpenCase } from './case-link.tsx'
import { CompareDialog } from './compare-dialog.tsx'
import { UnmergeDialog } from './unmerge-dialog.tsx'

type Duplicate = Surroundings['duplicates'][number]

interface Props {
  readonly whole: Whole
  readonly around: Surroundings
  readonly onOpen: OpenCase
}

/** Says that an application may have come twice, or that this one was merged into another. */
export function Duplicates({ whole, around: { duplicates, keptIn }, onOpen }: Props): ReactElement | null {
  const { t } = useTranslation()
  const [compared, setCompared] = useState<Duplicate>()
  if (keptIn) return <KeptIn whole={whole} keptIn={keptIn} onOpen={onOpen} />
  if (duplicates.length === 0) return null
  return (
    <section className="complete complete--lacks" aria-labelledby="duplicates-title">
      <h2 id="duplicates-title" className="complete__title"><Icon name="copy" size={16} />{t('work.duplicates.title')}</h2>
      <ul className="duplicates">
        {duplicates.map(duplicate => (
          <li key={duplicate.line.id} className="duplicates__line">
            <Why duplicate={duplicate} />
            <Button onPress={() => setCompared(duplicate)}>{t('work.duplicates.compare')}</Button>
          </li>
        ))}
      </ul>
      {compared && <CompareDialog key={compared.line.id} whole={whole} otherId={compared.line.id} onClose={() => setCompared(undefined)} />}
    </section>
  )
}

function Why({ duplicate: { line, reason, likeness } }: { readonly duplicate: Duplicate }): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const facts = { reference: line.reference, day: formatDay(line.receivedAt, language) }
  if (reason === 'same-person-again') return <span>{t('work.duplicates.again', { ...facts, name: line.applicantName })}</span>
  return <span>{t('work.duplicates.alike', { ...facts, percent: `${formatNumber(Math.round(likeness * 100), language)} %` })}</span>
}

function KeptIn({ whole, keptIn, onOpen }: Pick<Props, 'whole' | 'onOpen'> & { readonly keptIn: NonNullable<Surroundings['keptIn']> }): ReactElement {
  const { t } = useTranslation()
  const [isUndoing, setUndoing] = useState(false)
  return (
    <section className="complete complete--lacks">
      <p className="complete__title"><Icon name="copy" size={16} />{t('work.related.keptIn', { reference: keptIn.reference })}</p>
      <div className="row complete__actions">
        <CaseLink id={keptIn.id} onOpen={onOpen}>{t('work.related.openKept', { reference: keptIn.reference })}</CaseLink>
        {keptIn.status !== 'decided' && <Button kind="quiet" icon="undo" onPress={() => setUndoing(true)}>{t('work.related.unmerge')}</Button>}
      </div>
      {isUndoing && <UnmergeDialog duplicate={whole.application} onClose={() => setUndoing(false)} />}
    </section>
  )
}
