import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { answerAppRequest, fileWithin } from '../../electron/host/answerAppRequest.ts'

const base = mkdtempSync(join(tmpdir(), 'desk-scheme-'))
const folder = join(base, 'renderer')
mkdirSync(join(folder, 'assets'), { recursive: true })
writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__CSP_NONCE__">')
writeFileSync(join(folder, 'assets/a.js'), 'export {}')
writeFileSync(join(folder, 'licences.md'), 'licences')
writeFileSync(join(base, 'secret.json'), '{}')
afterAll(() => rmSync(base, { recursive: true }))

const get = (url: string, method = 'GET'): Promise<Response> =>
  answerAppRequest(folder, { url, method }, () => 'word-of-this-load')

test('the page comes with its nonce in the text and in the policy', async () => {
  const answer = await get('app://bundle/index.html')
  expect(answer.status).toBe(200)
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8')
  expect(await answer.text()).toBe('<meta name="csp-nonce" content="word-of-this-load">')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy.split('; ')).toEqual([
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'nonce-word-of-this-load'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ])
})

test('a script comes with its type, which the browser may not guess', async () => {
  const answer = await get('app://bundle/assets/a.js?v=1')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
})

test.each([
  'app://bundle/../secret.json',
  'app://bundle/%2e%2e/secret.json',
  'app://bundle/..%2fsecret.json',
  'app://bundle/assets/..%2f..%2fsecret.json',
  'app://bundle/..%5csecret.json',
  'app://bundle/%00',
  'app://bundle/%',
  'app://bundle/',
  'app://bundle/assets',
  'app://bundle/licences.md',
  'app://bundle/missing.js',
  'app://other/index.html',
  'app://bundle.example/index.html',
  'https://bundle/index.html',
])('%s is not there', async (url) => {
  expect((await get(url)).status).toBe(404)
})

test('only reading is allowed', async () => {
  expect((await get('app://bundle/index.html', 'POST')).status).toBe(405)
})

test('a path stays in its folder, also where another folder begins with its name', () => {
  expect(fileWithin(folder, '/assets/a.js')).toBe(join(folder, 'assets/a.js'))
  expect(fileWithin(folder, '/../renderer-old/a.js')).toBeNull()
  expect(fileWithin(folder, '/')).toBeNull()
})
