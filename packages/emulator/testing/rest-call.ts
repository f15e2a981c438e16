/** One request by hand, to see exactly what travels. */
export interface RestCall {
  readonly method?: string;
  readonly path?: string;
  readonly token?: string | undefined;
  readonly headers?: Record<string, string>;
  /** Sent as it is when it is text, else as JSON. */
  readonly body?: unknown;
}

export interface RestAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: unknown;
}

/** Sends a request; without a method it is a POST when there is a body, else a GET. */
export async function restCall(url: string, call: RestCall): Promise<RestAnswer> {
  const { path = '/', token, headers = {}, body } = call;
  const response = await fetch(url + path, {
    method: call.method ?? (body === undefined ? 'GET' : 'POST'),
    headers: { ...headers, ...(token === undefined ? {} : { authorization: `Bearer ${token}` }) },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, json: parse(text) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
