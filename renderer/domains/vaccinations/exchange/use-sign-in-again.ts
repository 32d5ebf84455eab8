import { useMutation } from '@tanstack/react-query'
import { useCore } from '../../../core-client/core-context.tsx'
import type { RefusalShown } from '../../../ui/error-sentences.ts'

interface SignInAgain {
  readonly run: () => void
  readonly isRunning: boolean
  readonly refusal: RefusalShown | undefined
}

/** Sends the person through the sign-in once more, which always asks for the password; the desk stays open for them meanwhile. */
export function useSignInAgain(): SignInAgain {
  const { client } = useCore()
  const { mutate, data, isPending, isError } = useMutation({
    mutationFn: async () => {
      const answer = await client.session.signIn()
      // In a shell that signs in within the page, the page goes there.
      if (answer.ok && answer.value.authorizationUrl) location.assign(answer.value.authorizationUrl)
      return answer
    },
  })
  return { run: mutate, isRunning: isPending, refusal: isError ? { code: 'request/unexpected' } : data && !data.ok ? data.error : undefined }
}
