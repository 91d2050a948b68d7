/** Error types by HTTP status (documented: docs api/errors). */
const TYPES: Readonly<Record<number, string>> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  402: 'billing_error',
  403: 'permission_error',
  404: 'not_found_error',
  409: 'conflict_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  504: 'timeout_error',
  529: 'overloaded_error',
};

export interface ErrorBody {
  readonly type: 'error';
  readonly error: { readonly type: string; readonly message: string; readonly details?: object };
  readonly request_id: string;
}

/** An answer that is an error, as the API would give it. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly status: number;
  readonly type: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly details: object | undefined;

  constructor(
    status: number,
    message: string,
    more: {
      readonly type?: string | undefined;
      readonly headers?: Readonly<Record<string, string>>;
      readonly details?: object;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.type = more.type ?? typeOfStatus(status);
    this.headers = more.headers ?? {};
    this.details = more.details;
  }

  body(requestId: string): ErrorBody {
    const { type, message, details } = this;
    return { type: 'error', error: { type, message, ...(details && { details }) }, request_id: requestId };
  }
}

/** A request that the API refuses with status 400. */
export function refused(message: string): ApiError {
  return new ApiError(400, message);
}

export function typeOfStatus(status: number): string {
  return TYPES[status] ?? (status >= 500 ? 'api_error' : 'invalid_request_error');
}
