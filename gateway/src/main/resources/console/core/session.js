import {api, Refusal} from './api.js';

let asked;

/** Who is signed in; asked once. */
export function me() {
  asked ??= api.get('/api/v1/me').catch((error) => {
    asked = undefined;
    throw error;
  });
  return asked;
}

/**
 * Refuses what the person's scopes do not allow before it is asked. The platform decides all the same; this only
 * spares a request whose answer is known.
 */
export async function permitted(scope) {
  const scopes = await me().then(
    (person) => person.scopes,
    () => null,
  );
  if (scopes && !scopes.includes(scope)) {
    throw new Refusal(403, {title: `Needs the scope ${scope}`, scope});
  }
}
