/**
 * The code of a Worker without its settings.
 * @module
 */
import * as z from '@zonewright/core/schema'
import { endpoint } from '../protocol.ts'
import { oneScript } from './common.ts'
import { Script } from './scripts.ts'

const ContentGet = z.strictObject(oneScript)
export interface ContentGet extends z.input<typeof ContentGet> {}

/**
 * Read the code of a Worker.
 * @example const code = await cf.workers.content.get({ account_id, script_name: 'hello' })
 */
export const get = endpoint<ContentGet, string>('GET /accounts/{account_id}/workers/scripts/{script_name}/content/v2', { input: ContentGet, result: z.string(), answer: 'text', permission: '#worker:read' })

const ContentUpdate = z.strictObject({
  ...oneScript,
  /** Code that is no module. */
  script: z.optional(z.upload()),
  /** Modules, each with its name and media type. */
  files: z.optional(z.array(z.upload())),
  /** Which part is which. */
  metadata: z.strictObject({
    /** Name of the module that handles events, one of `files`. */
    main_module: z.optional(z.string()),
    /** Name of the part that holds the script, when it is no module; `script` is one. */
    body_part: z.optional(z.string()),
  }),
})
export interface ContentUpdate extends z.input<typeof ContentUpdate> {}

/**
 * Replace the code of a Worker; bindings and other settings stay.
 * @example await cf.workers.content.update({ account_id, script_name: 'hello', metadata: { body_part: 'script' }, script: "addEventListener('fetch', (event) => event.respondWith(fetch(event.request)))" })
 */
export const update = endpoint<ContentUpdate, Script>('PUT /accounts/{account_id}/workers/scripts/{script_name}/content', { input: ContentUpdate, result: Script, body: { files: ['script', 'files'] }, permission: '#worker:edit' })
