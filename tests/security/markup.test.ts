import { expect, test } from 'vitest'
import { attributes, html } from '../../service/portal/html.ts'
import { branch, leaf } from '../../shared/formats/cap/element.ts'
import { capXml, readXml } from '../../shared/formats/cap/xml.ts'
import { MARKUP_CORPUS } from './corpus.ts'

/** The elements of a piece of HTML, by a reader that knows nothing of ours. */
const tagsIn = (text: string): readonly string[] => [...text.matchAll(/<\/?([a-z!?][^\s>/]*)/gi)].map(([, name = '']) => name.toLowerCase())

test.each(MARKUP_CORPUS)('no text becomes markup on a page of the service: %j', text => {
  const page = html`<p>${text}</p><input${attributes({ value: text, required: true })}>`.text
  expect(tagsIn(page)).toEqual(['p', 'p', 'input'])
  // The value ends where it was meant to: no sign of the text closes it.
  expect(/ value="([^"]*)" required>$/.exec(page)?.[1]).not.toMatch(/[<>']/)
})

test.each(MARKUP_CORPUS)('no text becomes an element of a warning: %j', text => {
  const written = capXml(branch('alert', [leaf('identifier', text), leaf('note', 'b')]))
  expect(tagsIn(written)).toEqual(['?xml', 'alert', 'identifier', 'identifier', 'note', 'note', 'alert'])
  expect(readXml(written)).not.toBeNull()
})
