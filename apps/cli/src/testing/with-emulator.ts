import { type Emulator, startEmulator } from '@zonewright/emulator'
import { afterAll, beforeAll } from 'vitest'
import { type Outcome, type Scene, runCli } from './run-cli.ts'

/** Starts an emulator of its own for a test file, and runs command lines against it. */
export const withEmulator = (): ((argv: readonly string[], scene?: Scene) => Promise<Outcome>) => {
  let emulator: Emulator | undefined
  beforeAll(async () => {
    emulator = await startEmulator({})
  })
  afterAll(async () => {
    await emulator?.close()
  })
  return (argv, scene = {}) => runCli(argv, { ...scene, env: { CLOUDFLARE_API_URL: emulator?.origin ?? '', ...scene.env } })
}
