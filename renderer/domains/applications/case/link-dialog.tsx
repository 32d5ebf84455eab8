import { useState, type ReactElement } from 'react'
import { Autocomplete, Input, Menu, MenuItem, SearchField } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { ApplicationId } from '../../../../shared/ids.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { StatusMark } from '../../../ui/status-mark.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { nameAndPlace } from '../../people/name-and-place.ts'
import { useSecrets } from '../../people/use-secrets.ts'
import { useApplicationCommand } from '../mutations.ts'
import { useSearch } from '../queries.ts'
import type { Whole } from './case-actions.ts'

interface Props {
  readonly application: Whole['application']
  /** Its own parts cannot be above it. */
  readonly excluded: readonly string[]
  readonly onClose: () => void
}

/** Finds the case of which this one is a part: typing searches, arrows choose, Enter links. */
export function LinkDialog({ application, excluded, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const [text, setText] = useState('')
  const { hits, isSearching } = useSearch(text)
  const isSecret = useSecrets()
  const { run, isRunning } = useApplicationCommand('link')
  const input = useFirstFocus<HTMLInputElement>()
  const others = hits.filter(({ id }) => id !== application.id && !excluded.includes(id))
  const choose = async (id: string): Promise<void> => {
    if (!isRunning && await run({ applicationId: application.id, parentId: ApplicationId.parse(id) })) onClose()
  }
  const nothing = text.trim().length < 2 ? t('work.related.type') : t(isSearching ? 'work.related.searching' : 'work.related.nothing')
  return (
    <Dialog title={t('work.related.linkTitle')} isOpen onClose={onClose}>
      <p>{t('work.related.linkText')}</p>
      <Autocomplete inputValue={text} onInputChange={setText}>
        <SearchField className="picker__field" aria-label={t('work.related.search')}>
          <Icon name="search" size={16} />
          <Input ref={input} className="input" autoComplete="off" placeholder={t('work.related.search')} />
        </SearchField>
        <Menu className="menu picker__list" aria-label={t('work.related.linkTitle')} items={others} dependencies={[isSecret]} renderEmptyState={() => <p className="choices__empty">{nothing}</p>} onAction={key => void choose(String(key))}>
          {hit => (
            <MenuItem id={hit.id} className="menu__item palette__hit" textValue={`${hit.reference} ${hit.subject} ${hit.applicantName}`}>
              <span className="palette__subject">{hit.subject}</span>
              <span className="palette__line">{nameAndPlace(hit, isSecret)} · {hit.reference}</span>
              <StatusMark status={hit.status} outcome={hit.outcome} />
            </MenuItem>
          )}
        </Menu>
      </Autocomplete>
    </Dialog>
  )
}
