import { UserError } from '../diagnostics/user-error.ts';

/** Settings by their names, as `readEnvironment` gives them. */
export type EnvironmentValues = Readonly<Record<string, string | undefined>>;

/** What a setting of the environment is; one that is blank counts as not set. */
export function settingOf(environment: EnvironmentValues, name: string): string | undefined {
  const value = environment[name];
  return value === undefined || value.trim() === '' ? undefined : value;
}

/**
 * What is wrong with a setting for sending mail. Names the setting and never its value, which may
 * be, or hold, a secret.
 */
export function settingError(message: string, hint: string): UserError {
  return new UserError('invalid-mail-setting', message, hint);
}
