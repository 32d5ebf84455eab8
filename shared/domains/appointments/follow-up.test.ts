import { expect, test } from 'vitest'
import { AppointmentServiceId } from '../../ids.ts'
import { instantFromMs } from '../../time.ts'
import { followUpAfter } from './follow-up.ts'
import { AppointmentService } from './tables.ts'
import { aService } from './testing.ts'

const AT = instantFromMs(Date.UTC(2026, 11, 7, 8))
const twice = aService({ followUp: { fromDays: 28, toDays: 84 } })
const other = aService({ id: AppointmentServiceId.parse('0192a000-0000-7000-8000-0000000005e2') })

test('a second appointment belongs so many days after the first, by the calendar', () => {
  expect(followUpAfter([twice, other], AT)).toEqual({ serviceId: twice.id, fromDay: '2027-01-04', toDay: '2027-03-01' })
})

test('nothing is offered where nothing belongs, or where the windows of two would differ', () => {
  expect(followUpAfter([other], AT)).toBeNull()
  expect(followUpAfter([twice, { ...other, followUp: { fromDays: 60, toDays: 180 } }], AT)).toBeNull()
})

test('a window that ends before it begins is no window', () => {
  expect(AppointmentService.safeParse({ ...twice, followUp: { fromDays: 28, toDays: 27 } }).success).toBe(false)
})
