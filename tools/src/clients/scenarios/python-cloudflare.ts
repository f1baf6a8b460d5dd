import type { Scene } from '../scene.ts'

/** The library as written for the answers of its own years, and on today's. */
export const pythonCloudflare = async (scene: Scene): Promise<void> => {
  for (const compat of ['2024', 'today'] as const) {
    await scene.emulate({ compat })
    await scene.script('python3', 'python_cloudflare.py', compat)
  }
}
