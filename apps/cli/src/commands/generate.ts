import type { CommandData } from '../command.ts'

/** `zw generate` */
export const generate: CommandData = {
  name: 'generate',
  summary: 'make endpoint declarations from an OpenAPI document',
  description: 'Turn the operations of an OpenAPI 3 document that carry a tag into a module of endpoint declarations in TypeScript, for a client to call. It goes to stdout, or to a file.',
  arguments: [{ name: 'document', description: 'OpenAPI 3 document, JSON or YAML; - reads stdin' }],
  options: [
    { flags: '--tag <name>', description: 'the tag of the operations', required: true },
    { flags: '--out <file>', description: 'write to this file' },
  ],
  examples: ['zw generate openapi.json --tag Widgets --out widgets.ts'],
  load: () => import('./generate-action.ts'),
  otherApis: 'same',
}
