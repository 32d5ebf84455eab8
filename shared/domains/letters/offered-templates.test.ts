import { expect, test } from 'vitest'
import { ServiceId } from '../../ids.ts'
import { templatesFor } from './offered-templates.ts'
import { aTemplate } from './testing.ts'

const dogs = ServiceId.parse('dog-registration')
const general = [aTemplate({ id: 'short', position: 1 }), aTemplate(), aTemplate({ id: 'with-conditions', position: 2 }), aTemplate({ id: 'refused', outcome: 'refused' })]
const offered = (templates: readonly ReturnType<typeof aTemplate>[], serviceId = 'dog-registration') => templatesFor(templates, serviceId, 'granted').map(({ id }) => id)

test('a proposal begins with the first place, and on the same place with the town’s standard', () => {
  expect(offered(general)).toEqual(['granted', 'short', 'with-conditions'])
})

test('a service with templates of its own is offered those alone, and the general ones again when they are withdrawn', () => {
  const own = aTemplate({ id: 'dogs', serviceId: dogs, position: 3 })
  expect(offered([...general, own])).toEqual(['dogs'])
  expect(offered([...general, own], 'parking-permit')).toEqual(['granted', 'short', 'with-conditions'])
  expect(offered([...general, { ...own, active: false }])).toEqual(['granted', 'short', 'with-conditions'])
})
