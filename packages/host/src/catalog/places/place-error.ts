/** A folder that a setting names, and that cannot be used. The message names the setting, the rule and the fix. */
export class PlaceError extends Error {
  override readonly name = 'PlaceError';
}
