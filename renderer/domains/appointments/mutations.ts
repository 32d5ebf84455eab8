import { useMutation } from '@tanstack/react-query'
import type { CoreClient } from '../../core-client/connect.ts'
import { useCore } from '../../core-client/core-context.tsx'
import { useCommandResult, type CommandAnswer } from '../../ui/use-command-result.ts'

type AppointmentCommands = Pick<CoreClient['appointments'], 'move' | 'change-person' | 'cancel' | 'step'>
type HoursCommands = Pick<CoreClient['hours'], 'set' | 'delete'>
type PlaceCommands = Pick<CoreClient['places'], 'set' | 'set-resource' | 'set-service'>

interface Running<Input> {
  /** Whether it was saved; why not is told on the screen. */
  readonly run: (input: Input) => Promise<boolean>
  readonly isRunning: boolean
}

/** One command about appointments, with the toast that tells what became of it. */
export function useAppointmentCommand<Name extends keyof AppointmentCommands>(name: Name): Running<Parameters<AppointmentCommands[Name]>[0]> {
  const { client } = useCore()
  return useRunning(`appointments.${name}`, client.appointments[name] as (input: Parameters<AppointmentCommands[Name]>[0]) => Promise<CommandAnswer>)
}

/** One command about opening hours; only online. */
export function useHoursCommand<Name extends keyof HoursCommands>(name: Name): Running<Parameters<HoursCommands[Name]>[0]> {
  const { client } = useCore()
  return useRunning(`hours.${name}`, client.hours[name] as (input: Parameters<HoursCommands[Name]>[0]) => Promise<CommandAnswer>)
}

/** One command about a place, its counters or its services; only online. */
export function usePlaceCommand<Name extends keyof PlaceCommands>(name: Name): Running<Parameters<PlaceCommands[Name]>[0]> {
  const { client } = useCore()
  return useRunning(`places.${name}`, client.places[name] as (input: Parameters<PlaceCommands[Name]>[0]) => Promise<CommandAnswer>)
}

function useRunning<Input>(name: Parameters<typeof useCommandResult>[0], call: (input: Input) => Promise<CommandAnswer>): Running<Input> {
  const tell = useCommandResult(name)
  const { mutateAsync, isPending } = useMutation({ mutationFn: call })
  return { run: input => tell(() => mutateAsync(input)), isRunning: isPending }
}
