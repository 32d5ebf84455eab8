import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { MissingPart } from '../../../../../shared/domains/letters/missing-parts.ts'
import { Icon } from '../../../../ui/icon.tsx'

interface Props {
  readonly missing: readonly MissingPart[]
  /** What to do about it. */
  readonly todo: string
}

/** What the letter still lacks, part by part; nothing when it may go out. */
export function MissingParts({ missing, todo }: Props): ReactElement | null {
  const { t } = useTranslation()
  if (missing.length === 0) return null
  return (
    <output className="letter-missing">
      <Icon name="warning" />
      <div>
        <p className="letter-missing__title">{t('letter.lacks')}</p>
        <ul>
          {missing.map(({ part, variable }) => <li key={`${part} ${variable}`}>{t(`letter.part.${part}`, { variable: variable ?? '' })}</li>)}
        </ul>
        <p>{todo}</p>
      </div>
    </output>
  )
}
