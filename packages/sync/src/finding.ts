/** Something that a reader of a plan should know, or that keeps it from being applied. */
export interface Finding {
  /** Stable name of the rule; of a guard it is also what `allow` takes. */
  readonly rule: string
  /** What is so, which value, and what to do. */
  readonly message: string
  /** Where the record stands, as `file:line`, when the plan was told. */
  readonly place?: string
  /** The owner name that it is about. */
  readonly name?: string
}
