import type { ReactElement, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Problem } from '../problem.tsx'
import type { KeptDraft } from './use-kept-draft.ts'

interface Props {
  readonly draft: Pick<KeptDraft<unknown>, 'keeping' | 'changedByOther' | 'isOutdated'>
  /** What is said and offered where something else was published meanwhile. */
  readonly outdated: ReactNode
}

/** What a person has to know before going on with a draft: that it is not kept, who else was here, what rests on an older state. */
export function DraftNotices({ draft: { keeping, changedByOther, isOutdated }, outdated }: Props): ReactElement {
  const { t } = useTranslation()
  return (
    <>
      {typeof keeping === 'object' && <Problem refusal={keeping.refusal} />}
      {changedByOther && <output className="callout">{t('editing.changedByOther', { name: changedByOther })}</output>}
      {isOutdated && <div className="callout">{outdated}</div>}
    </>
  )
}
