import { useState, type ReactElement } from 'react'
import { FileTrigger } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { FoundAbsences, FurnishedPlace } from '../../../../shared/contract/appointments.ts'
import { ActionButton, Button } from '../../../ui/button.tsx'
import { DialogActions } from '../../../ui/dialog.tsx'
import { Problem } from '../../../ui/problem.tsx'
import { Select } from '../../../ui/select.tsx'
import { AbsenceList } from './absence-list.tsx'
import './absences.css'
import { useAbsences } from './use-absences.ts'
import { useTakeOver } from './use-take-over.ts'

interface Props {
  readonly here: FurnishedPlace
  readonly onClose: () => void
}

const ALL = 'all'

/** For whom, which file, and what of it. */
export function AbsencesForm({ here, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const { counter, fileName, found, isReading, refusal, chooseCounter, chooseFile } = useAbsences(here.place.id)
  const counters = here.resources.filter(({ active }) => active)
  return (
    <div className="absences">
      <p>{t('calendarFiles.importIntro')}</p>
      <div className="absences__choice">
        <Select
          label={t('calendarFiles.forWhom')} value={counter ?? ALL} items={[{ id: ALL, name: t('calendarFiles.forAll') }, ...counters.map(({ id, name }) => ({ id, name }))]}
          onChange={id => chooseCounter(counters.find(one => one.id === id)?.id ?? null)}
        />
        <FileTrigger acceptedFileTypes={['.ics', 'text/calendar']} onSelect={list => list?.[0] && chooseFile(list[0])}>
          <Button icon="file">{t(fileName ? 'calendarFiles.otherFile' : 'calendarFiles.chooseFile')}</Button>
        </FileTrigger>
        {fileName && <span className="absences__file">{fileName}</span>}
      </div>
      <output>{isReading && <p className="muted">{t('calendarFiles.reading')}</p>}</output>
      {refusal && <Problem refusal={refusal} />}
      {found && <Found key={counter ?? ALL} here={here} found={found} onClose={onClose} />}
    </div>
  )
}

function Found({ here, found, onClose }: Props & { readonly found: FoundAbsences }): ReactElement {
  const { t } = useTranslation()
  // What would leave somebody standing, or is there already, is taken over only by whoever says so.
  const [chosen, setChosen] = useState<readonly string[]>(found.absences.filter(({ strands, isKnown }) => strands === 0 && !isKnown).map(({ lineId }) => lineId))
  const { state, results, start } = useTakeOver(here.place.id)
  const wanted = found.absences.filter(({ lineId }) => chosen.includes(lineId))
  if (found.absences.length === 0) return <><Left found={found} /><p>{t('calendarFiles.nothing')}</p></>
  return (
    <>
      <AbsenceList absences={found.absences} chosen={chosen} results={results} isOver={state !== 'idle'} onChange={setChosen} />
      <Left found={found} />
      <output>{state === 'finished' && <Outcome results={[...results.values()].map(({ kind }) => kind)} />}</output>
      <DialogActions>
        <Button onPress={onClose}>{t(state === 'idle' ? 'common.cancel' : 'common.close')}</Button>
        {state === 'idle' && (
          <ActionButton kind="primary" isPrimary refusal={wanted.length === 0 ? t('calendarFiles.chooseSome') : undefined} onPress={() => start(wanted)}>
            {wanted.length === 0 ? t('calendarFiles.takeOverNone') : t('calendarFiles.takeOver', { count: wanted.length })}
          </ActionButton>
        )}
      </DialogActions>
    </>
  )
}

/** What of the file is not in the list. */
function Left({ found: { more, skipped } }: { readonly found: FoundAbsences }): ReactElement | null {
  const { t } = useTranslation()
  if (more === 0 && skipped.length === 0) return null
  return (
    <div className="callout">
      {more > 0 && <p>{t('calendarFiles.more', { count: more })}</p>}
      {skipped.length > 0 && <p>{t('calendarFiles.skipped', { count: skipped.length, titles: skipped.slice(0, 5).map(title => title || '–').join(', ') })}</p>}
    </div>
  )
}

function Outcome({ results }: { readonly results: readonly string[] }): ReactElement {
  const { t } = useTranslation()
  const [done, refused] = ['done', 'refused'].map(kind => results.filter(one => one === kind).length)
  return <p>{t('calendarFiles.done', { count: done ?? 0 })} {refused ? t('calendarFiles.refused', { count: refused }) : ''}</p>
}
