import type { ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { EditedService } from '../../../../shared/contract/services.ts'
import type { ServiceProblem } from '../../../../shared/domains/applications/draft-problem.ts'
import { useStatus } from '../../../core-client/core-context.tsx'
import { Button } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { partOf, PART_NAMES, type PartName } from './editor-parts.ts'
import type { Keeping, OpenServiceDraft } from './use-service-draft.ts'

/** Whether what was written is kept; told to screen readers when it changes. */
export function KeepingNote({ keeping }: { readonly keeping: Keeping }): ReactElement {
  const { t } = useTranslation()
  const isOnline = useStatus()?.connection === 'online'
  const word = typeof keeping === 'object' ? 'failed' : keeping === 'kept' && !isOnline ? 'keptHere' : keeping
  return (
    <output className="editor__keeping">
      {word !== 'untouched' && <Icon name={word === 'failed' ? 'warning' : word === 'kept' ? 'cloudDone' : 'cloudWait'} size={16} />}
      {t(`services.keeping.${word}`)}
    </output>
  )
}

interface Props {
  readonly edited: EditedService
  readonly draft: OpenServiceDraft
  readonly problems: readonly ServiceProblem[]
  readonly onGo: (part: PartName) => void
}

/** What a person has to know before going on: what is missing, who else was here, what rests on an older state. */
export function EditorNotices({ edited, draft, problems, onGo }: Props): ReactElement {
  const { t } = useTranslation()
  const { draft: row, publishedHash } = edited
  const isOutdated = row !== null && row.basedOn !== publishedHash
  return (
    <>
      {typeof draft.keeping === 'object' && <Problem refusal={draft.keeping.refusal} />}
      {draft.changedByOther && <output className="callout">{t('services.changedByOther', { name: draft.changedByOther })}</output>}
      {isOutdated && (
        <div className="callout">
          <p>{t('services.outdated')}</p>
          <Button onPress={() => void draft.rebase()}>{t('services.rebase')}</Button>
        </div>
      )}
      {edited.service?.active === false && <p className="callout">{t('services.withdrawnNote')}</p>}
      {problems.length > 0 && <Missing problems={problems} onGo={onGo} />}
    </>
  )
}

function Missing({ problems, onGo }: Pick<Props, 'problems' | 'onGo'>): ReactElement {
  const { t } = useTranslation()
  const counts = Map.groupBy(problems, partOf)
  return (
    <div className="problem" role="alert">
      <Icon name="warning" />
      <div className="problem__text">
        <p className="problem__title">{t('services.missingTitle', { count: problems.length })}</p>
        <ul className="row">
          {PART_NAMES.filter(name => counts.has(name)).map(name => (
            <li key={name}><Button kind="quiet" onPress={() => onGo(name)}>{`${t(`services.part.${name}`)} (${counts.get(name)?.length ?? 0})`}</Button></li>
          ))}
        </ul>
      </div>
    </div>
  )
}
