import { expect, test } from 'vitest'
import { townScene } from '../support/scene.ts'

const here = townScene({ people: { clerk: { login: 'katrin.sommer' } } })

/** Each would leave a mark in the page if any part of it ran. */
const HOSTILE = ['<img src=x onerror=pwned=1>', '"><svg onload=pwned=1>', '<a href="javascript:pwned=1">x</a>', '</title><script>pwned=1</script>'] as const

test('nothing that a citizen writes runs at the desk: list, case, note', { timeout: 180_000 }, async () => {
  const { clerk } = here
  const { page } = clerk
  let dialogs = 0
  page.on('dialog', dialog => {
    dialogs++
    void dialog.dismiss()
  })
  const [lastName, dogName, street, note] = HOSTILE
  const { applicationId } = await here.citizens.registerDog({ lastName, dogName, street })
  await page.getByRole('row').filter({ hasText: lastName }).first().waitFor()
  await clerk.openCase(applicationId)
  // The list beside the case holds the name too, in a cell that may have no room.
  for (const text of [lastName, dogName, street]) await page.locator('.case').getByText(text).first().waitFor()
  await clerk.claim()
  await clerk.note(note)
  await clerk.history.getByText(note).waitFor()
  expect([await page.evaluate(() => 'pwned' in globalThis), dialogs, await page.locator('img[src="x"], svg[onload], a[href^="javascript:"]').count()]).toEqual([false, 0, 0])
})
