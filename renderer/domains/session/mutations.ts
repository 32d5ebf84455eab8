import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useCore } from '../../core-client/core-context.tsx'
import type { RefusalShown } from '../../ui/error-sentences.ts'

export interface SessionAction<Input> {
  readonly run: (input: Input) => Promise<boolean>
  readonly isRunning: boolean
  readonly refusal: RefusalShown | undefined
}

type Answer = { readonly ok: true } | { readonly ok: false; readonly error: RefusalShown }

function useAction<Input>(call: (input: Input) => Promise<Answer>): SessionAction<Input> {
  const [refusal, setRefusal] = useState<RefusalShown>()
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  const run = async (input: Input): Promise<boolean> => {
    setRefusal(undefined)
    try {
      const answer = await mutateAsync(input)
      if (!answer.ok) setRefusal(answer.error)
      return answer.ok
    } catch {
      setRefusal({ code: 'request/unexpected' })
      return false
    }
  }
  return { run, isRunning: isPending, refusal }
}

/** Starts a sign-in; in a shell that signs in within the page, the page goes there. */
export function useSignIn(): SessionAction<void> {
  const { client } = useCore()
  return useAction(async () => {
    const answer = await client.session.signIn()
    if (answer.ok && answer.value.authorizationUrl) location.assign(answer.value.authorizationUrl)
    return answer
  })
}

/** Gives up a key that is lost, and goes on to the sign-in that makes a new one. */
export function useStartAfresh(): SessionAction<void> {
  const { client } = useCore()
  return useAction(async () => {
    const given = await client.session.startAfresh()
    if (!given.ok) return given
    const answer = await client.session.signIn()
    if (answer.ok && answer.value.authorizationUrl) location.assign(answer.value.authorizationUrl)
    return answer
  })
}

export function useUnlock(): SessionAction<string> {
  const { client } = useCore()
  return useAction(pin => client.session.unlock({ pin }))
}

export function useSetPin(): SessionAction<string> {
  const { client } = useCore()
  return useAction(pin => client.session.setPin({ pin }))
}

export function useSignOut(): SessionAction<void> {
  const { client } = useCore()
  return useAction(() => client.session.signOut())
}
