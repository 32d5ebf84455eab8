import type { Appointment } from './tables.ts'

/** What is called in the lobby instead of a name: `T` for those with a time, `W` for those without; numbers run through the day of a place. */
export const ticketOf = (channel: Appointment['channel'], number: number): string => `${channel === 'walk-in' ? 'W' : 'T'}${String(number).padStart(3, '0')}`
