/** The data directory can't be used; the message is one line and names it. */
export class DataDirectoryError extends Error {
  override readonly name = 'DataDirectoryError'
  readonly directory: string
  constructor(directory: string, why: string, options?: ErrorOptions) {
    super(`${directory}: ${why}`, options)
    this.directory = directory
  }
}
