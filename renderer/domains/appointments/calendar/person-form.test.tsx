import { createORPCClient } from '@orpc/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { anAppointment } from '../../../../shared/domains/appointments/testing.ts'
import type { ConnectionState, CoreClient } from '../../../core-client/connect.ts'
import { CoreContext } from '../../../core-client/core-context.tsx'
import { createCore, type Core } from '../../../core-client/core.ts'
import { writable } from '../../../core-client/readable.ts'
import { createToasts, ToastsContext } from '../../../ui/toasts.tsx'
import { PersonForm } from './person-form.tsx'

const APPOINTMENT = { ...anAppointment({ name: 'Änne Großkopf', email: 'aenne@example.org', phone: '03935 9317' }), isPending: false }

/** A page whose core has not answered anything yet. */
function silentCore(): Core {
  const never = new Promise<never>(() => undefined)
  const client: CoreClient = createORPCClient({ call: () => never })
  return createCore({ client, state: writable<ConnectionState>('connecting'), whenOpen: () => never }, { nowMs: () => 0 })
}

function drawn(core: Core): string {
  return renderToStaticMarkup(
    <QueryClientProvider client={core.queryClient}>
      <CoreContext value={core}><ToastsContext value={createToasts()}><PersonForm appointment={APPOINTMENT} onBack={() => undefined} onClose={() => undefined} /></ToastsContext></CoreContext>
    </QueryClientProvider>,
  )
}

test('the form for a person shows how they are reached once it is known that no secrecy holds, and else not', () => {
  const core = silentCore()
  const told = (recordIds: string[]): string => {
    core.queryClient.setQueryData(core.queries.people.secrets.queryOptions().queryKey, { recordIds })
    return drawn(core)
  }
  const reached = (page: string): readonly boolean[] => [page.includes('Großkopf'), page.includes('aenne@example.org'), page.includes('03935 9317')]
  expect([drawn(core), told([APPOINTMENT.id]), told([])].map(reached)).toEqual([[true, false, false], [true, false, false], [true, true, true]])
})
