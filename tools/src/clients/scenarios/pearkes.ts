import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Scene } from '../scene.ts'
import { ended } from './expect.ts'

/** A library of the client API's time, in a program that is built here, on the emulator and on a bridge. */
export const pearkes = async (scene: Scene): Promise<void> => {
  const program = join(scene.folder, 'pearkes')
  const source = fileURLToPath(new URL('./pearkes.go', import.meta.url))
  ended(await scene.run('go', ['build', '-o', program, source], { GO111MODULE: 'off', GOPATH: join(scene.folder, 'usr/share/gocode'), CGO_ENABLED: '0' }))
  await scene.emulate()
  await scene.script(program, 'pearkes.go', 'the emulator')
  await scene.bridge()
  await scene.script(program, 'pearkes.go', 'a bridge')
}
