import { useMutation } from '@tanstack/react-query'
import { useState, type ReactElement } from 'react'
import { useTranslation } from 'react-i18next'
import type { PersonId } from '../../../shared/ids.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { Button } from '../../ui/button.tsx'
import { refusalToast } from '../../ui/refusal-toast.ts'
import { ReasonDialog } from '../../ui/reason-dialog.tsx'
import { useToast } from '../../ui/toasts.tsx'
import { Timeline, type WayToRecords } from './timeline.tsx'

const SHORTEST_PURPOSE = 5

/** Vaccinations are shown to the team of a place of health, for a purpose that is noted. */
export function VaccinationsPart({ personId, ...way }: { readonly personId: PersonId } & WayToRecords): ReactElement {
  const { t } = useTranslation()
  const { client } = useCore()
  const show = useToast()
  const [isOpen, setOpen] = useState(false)
  const ask = useMutation({ mutationFn: (purpose: string) => client.people.vaccinations({ id: personId, purpose }) })
  const send = async (purpose: string): Promise<boolean> => {
    const text = purpose.trim()
    if (text.length < SHORTEST_PURPOSE) {
      show({ kind: 'refused', title: t('people.vaccinations.missing') })
      return false
    }
    const answer = await ask.mutateAsync(text)
    if (!answer.ok) show(refusalToast(t, answer.error))
    return answer.ok
  }
  const told = ask.data?.ok ? ask.data.value.entries : undefined
  return (
    <section className="citizen__part" aria-labelledby="person-vaccinations">
      <h2 id="person-vaccinations">{t('people.vaccinations.title')}</h2>
      {told && (told.length > 0 ? <Timeline entries={told} {...way} /> : <p>{t('people.vaccinations.none')}</p>)}
      {!told && <div><Button icon="eye" onPress={() => setOpen(true)}>{t('people.vaccinations.ask')}</Button></div>}
      {isOpen && (
        <ReasonDialog
          title={t('people.vaccinations.title')} meaning={t('people.vaccinations.meaning')} label={t('people.vaccinations.purpose')} missing={t('people.vaccinations.missing')} confirm={t('people.vaccinations.askNow')}
          isRunning={ask.isPending} onSend={send} onClose={() => setOpen(false)}
        />
      )}
    </section>
  )
}
