import { useDeferredValue, useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { FurnishedPlace, StrandedAppointment } from '../../../../shared/contract/appointments.ts'
import type { HoursContent } from '../../../../shared/domains/appointments/hours-history.ts'
import { linesAfter, type LineChange } from '../../../../shared/domains/appointments/changed-lines.ts'
import { OpeningHoursId } from '../../../../shared/ids.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useLanguage } from '../../../ui/use-language.ts'
import { useHoursCommand } from '../mutations.ts'
import { useStranded } from '../queries.ts'
import { draftOf, readHours } from './hours-draft.ts'
import { LineForm } from './line-form.tsx'
import { RemoveLine } from './remove-line.tsx'
import { WorkList } from './work-list.tsx'

/** A line that is added, changed or taken away; `content` is what the form begins with. */
export interface HoursEdit {
  readonly mode: 'new' | 'change' | 'remove'
  readonly lineId: OpeningHoursId
  readonly content: HoursContent
}

interface Props {
  readonly here: FurnishedPlace
  readonly edit: HoursEdit
  readonly onClose: () => void
}

/** A change of the opening hours: the line, then, where it leaves anybody standing, the list of them, and only then it is saved. */
export function ChangeDialog({ here, edit: { mode, lineId, content }, onClose }: Props): ReactElement {
  const { t } = useTranslation()
  const language = useLanguage()
  const [draft, setDraft] = useState(() => draftOf(content, language))
  const [isListed, setListed] = useState(false)
  const [saved, setSaved] = useState<readonly StrandedAppointment[]>()
  const [nextId] = useState(() => OpeningHoursId.parse(crypto.randomUUID()))
  const read = readHours(draft, content)
  // From a day on it is a line of its own, which the one that is there makes room for.
  const on = mode === 'change' && draft.isLater ? { lineId: nextId, follows: lineId } : { lineId, follows: null }
  const wanted = mode === 'remove' ? null : read.content
  const isSound = mode === 'remove' || (wanted !== undefined && Object.keys(read.problems).length === 0)
  // Typing goes first: whom it would leave standing is looked up when there is time, and not again for another title.
  const isTyping = useDeferredValue(draft) !== draft
  const answer = useStranded(isSound && wanted !== undefined && !isTyping && saved === undefined ? { placeId: here.place.id, ...on, content: wanted && { ...wanted, title: '' } } : undefined)
  const stranded = answer.kind === 'here' && isSound && !isTyping ? answer.value.stranded : undefined
  const { save, isRunning } = useSave(here)
  const keep = async (): Promise<boolean> => {
    if (!stranded || wanted === undefined || !(await save({ ...on, content: wanted }, stranded.length))) return false
    setSaved(stranded)
    return true
  }
  const saveNow = (): void => void keep().then(isKept => isKept && onClose())
  const title = t(`hours.edit.title.${mode}`)
  if (isListed && wanted !== undefined && (saved ?? stranded))
    return (
      <WorkList
        title={title} here={here} after={linesAfter(here.lines, { placeId: here.place.id, scope: here.place.scope }, { ...on, content: wanted })} rows={saved ?? stranded ?? []} isSaved={saved !== undefined} isSaving={isRunning}
        onSave={keep} onBack={() => setListed(false)} onClose={onClose}
      />
    )
  const proceed = { stranded, isRunning, onSave: saveNow, onList: () => setListed(true), onClose }
  return (
    <Dialog title={title} isOpen onClose={onClose} size={mode === 'remove' ? 'medium' : 'large'}>
      {mode === 'remove'
        ? <RemoveLine here={here} content={content} {...proceed} />
        : <LineForm here={here} draft={draft} read={read} lineId={on.lineId} before={mode === 'change' ? content : undefined} {...proceed} onChange={setDraft} />}
    </Dialog>
  )
}

function useSave({ place: { id: placeId } }: FurnishedPlace): { readonly save: (change: LineChange, strands: number) => Promise<boolean>; readonly isRunning: boolean } {
  const set = useHoursCommand('set')
  const remove = useHoursCommand('delete')
  return {
    save: ({ lineId, content, follows }, strands) => (content === null ? remove.run({ placeId, lineId, strands }) : set.run({ placeId, lineId, strands, content, follows })),
    isRunning: set.isRunning || remove.isRunning,
  }
}
