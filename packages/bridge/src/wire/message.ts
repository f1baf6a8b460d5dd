/** One HTTP request to a form-POST address, as any server hands it over. */
export interface FormPostRequest {
  /** In upper case. */
  readonly method: string
  /** Path and query, such as `/api_json.html?a=stats`. */
  readonly target: string
  /** The `content-type` header; empty when there is none. */
  readonly contentType: string
  readonly body: Uint8Array
  /** Address of the program that asks, where it is known. */
  readonly address?: string
  /** Ends what is under way when the program goes away. */
  readonly signal?: AbortSignal
}

/** One HTTP answer of a form-POST address. */
export interface FormPostAnswer {
  /** 200 for results and refusals alike; 502 when nobody knows what became of the action; others mean that nothing looked at it. */
  readonly status: number
  readonly contentType: string
  readonly body: string
}
