import type { ErrorRow } from '../errors.ts'

/** Refusals of Queues. */
export const queueErrors = {
  queue_not_found: { code: 11000, message: 'Queue does not exist', status: 404, source: 'client' },
  queue_handler: { code: 11001, message: 'queue handler is missing', status: 400, source: 'issue' },
  queue_name: { code: 11003, message: 'Queue name must have 1 to 63 letters, digits and hyphens, and start and end with a letter or digit', status: 400, source: 'client' },
  queue_consumer_exists: { code: 11004, message: 'workers.api.error.consumer_exists', status: 409, source: 'issue' },
  queue_consumer_not_found: { code: 11006, message: 'Consumer does not exist', status: 404, source: 'client' },
  queue_name_taken: { code: 11009, message: "Queue name '{name}' is already taken. Please use a different name and try again.", status: 409, source: 'issue' },
  queue_message_size: { code: 10204, message: 'Message size out of bounds', status: 413, source: 'docs' },
  queue_batch_size: { code: 10205, message: 'Batch size out of bounds', status: 413, source: 'docs' },
  queue_request: { code: 10207, message: "The JSON body does not match the expected schema: '{field}' {detail}", status: 400, source: 'docs' },
  queue_pull_disabled: { code: 0, message: 'messages cannot be pulled unless http_pull mode is enabled', status: 405, source: 'client' },
} as const satisfies Readonly<Record<string, ErrorRow>>
