import { expect, it } from 'vitest';
import { UserError } from '../../../src/diagnostics/user-error.ts';
import { explainReplaced } from '../../../src/preview/explain-replaced.ts';

/** As Node throws it for `import()` of a file that is gone. */
function missingPart(): Error {
  const message = "Cannot find module '/galley/dist/chunks/read-yaml.js'";
  return Object.assign(new Error(message), { code: 'ERR_MODULE_NOT_FOUND' });
}

it('a Galley that was replaced while it runs is explained, once', () => {
  const told: unknown[] = [];
  const onError = explainReplaced((error) => told.push(error));
  onError(missingPart());
  onError(missingPart());
  expect(told).toEqual([expect.any(UserError)]);
  expect(told).toMatchObject([
    { code: 'galley-replaced', hint: expect.stringContaining('start it again') as string },
  ]);
});

it('other errors are told as they are, each time', () => {
  const told: unknown[] = [];
  const onError = explainReplaced((error) => told.push(error));
  const bug = new Error('A bug.');
  onError(bug);
  onError(bug);
  expect(told).toEqual([bug, bug]);
});
