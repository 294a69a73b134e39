import { expect, test } from 'vitest'
import { isTrustedSender } from '../../electron/host/isTrustedSender.ts'

test('only the main frame of the app’s own page is trusted', () => {
  expect(isTrustedSender({ url: 'app://bundle/index.html', parent: null })).toBe(true)
  expect(isTrustedSender({ url: 'app://bundle/index.html', parent: {} })).toBe(false)
  expect(isTrustedSender(null)).toBe(false)
  for (const url of [
    '',
    'about:blank',
    'https://bundle/',
    'app://bundle.example/',
    'app://bundl',
    'file:///index.html',
  ]) {
    expect(isTrustedSender({ url, parent: null })).toBe(false)
  }
})
