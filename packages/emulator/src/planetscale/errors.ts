import { jsonReply, type ApiReply } from '../http/api-message.js';

/** Thrown where a request is refused, and answered as the vendor answers: `{ code, message }`. */
export class PlanetscaleRefusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}

export function notFound(): PlanetscaleRefusal {
  return new PlanetscaleRefusal(404, 'not_found', 'Not Found');
}

export function unprocessable(message: string): PlanetscaleRefusal {
  return new PlanetscaleRefusal(422, 'unprocessable', message);
}

export function planetscaleError(status: number, code: string, message: string): ApiReply {
  return jsonReply(status, { code, message });
}
