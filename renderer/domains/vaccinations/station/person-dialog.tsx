import { useRef, useState, type FormEvent, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { Vaccinee } from '../../../../shared/domains/vaccinations/vaccinee.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog, DialogActions } from '../../../ui/dialog.tsx'
import { useFirstFocus } from '../../../ui/use-first-focus.ts'
import { ageOn } from '../board/board-view.ts'
import { judgedPerson, type PersonDraft } from './check-in-draft.ts'
import { PersonFields } from './person-fields.tsx'

interface Props {
  readonly title: string
  readonly confirm: string
  readonly draft: PersonDraft
  readonly today: string
  readonly leastAge: number | null
  /** Opens whoever is here already and is like this, somebody whom another desk took in or of the same name; nothing for nobody. */
  readonly openSame?: (person: Vaccinee) => (() => void) | undefined
  readonly onSend: (person: Vaccinee) => void
  readonly onClose: () => void
}

/** Who is here: checks somebody in, or mends what is written about them. Enter in any field sends. */
export function PersonDialog({ title, ...props }: Props): ReactElement {
  return <Dialog size="medium" title={title} isOpen onClose={props.onClose}><PersonForm {...props} /></Dialog>
}

/** The team may take them all the same; it only has to know. */
const isUninvited = ({ birthDay }: Vaccinee, today: string, leastAge: number | null): boolean => birthDay !== null && birthDay <= today && leastAge !== null && ageOn(birthDay, today) < leastAge

function PersonForm({ confirm, draft: given, today, leastAge, openSame, onSend, onClose }: Omit<Props, 'title'>): ReactElement {
  const { t } = useTranslation()
  const [draft, setDraft] = useState(given)
  const [wasTried, setTried] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  const first = useFirstFocus<HTMLInputElement>()
  const judged = judgedPerson(draft, today, leastAge)
  const open = openSame?.(judged.person)
  const send = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (judged.problems.length === 0) onSend(judged.person)
    else requestAnimationFrame(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
  }
  return (
    <form ref={form} noValidate className="stack" onSubmit={send}>
      <PersonFields draft={draft} judged={judged} today={today} wasTried={wasTried} firstField={first} isNamed={given.familyName !== '' && given.givenName !== '' && given.birthDay === ''} onChange={part => setDraft(before => ({ ...before, ...part }))} />
      {open && <div className="callout row" role="alert"><span>{t('vaccinations.alreadyHere')}</span><Button onPress={open}>{t('vaccinations.open')}</Button></div>}
      {isUninvited(judged.person, today, leastAge) && <p className="callout" role="alert">{t('vaccinations.uninvited', { age: leastAge ?? 0 })}</p>}
      <DialogActions>
        <Button onPress={onClose}>{t('common.cancel')}</Button>
        <Button kind="primary" type="submit">{confirm}</Button>
      </DialogActions>
    </form>
  )
}
