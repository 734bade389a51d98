import { execFile } from 'node:child_process';
import { access } from 'node:fs/promises';
import { promisify } from 'node:util';

/** Where Debian's package puts what runs. */
export const postfixPaths = {
  daemons: '/usr/lib/postfix/sbin',
  commands: '/usr/sbin',
  libraries: '/usr/lib/postfix',
} as const;

/**
 * Finds Postfix, or installs Debian's, unconfigured and not started: the machine's own mail is left
 * as it is. Throws with what to do when it can't.
 */
export async function ensurePostfix(): Promise<void> {
  if (process.getuid?.() !== 0) {
    throw new Error(
      'Postfix can only be started by root. Run `npm run test:postfix` as root in a container, ' +
        'such as `docker run --rm -v "$PWD":/galley -w /galley node:20 npm run test:postfix`.',
    );
  }
  if (await isThere()) return;
  await install().catch((error: unknown) => {
    const reason = error instanceof Error ? error.message.slice(0, 2000) : String(error);
    throw new Error(
      `Postfix is not here and can't be installed by apt. Install it, on Debian by ` +
        `\`apt-get update && apt-get install --no-install-recommends postfix\`, and try again.\n${reason}`,
    );
  });
  if (!(await isThere())) {
    throw new Error(`Postfix is installed, but not where Debian has it: ${postfixPaths.daemons}.`);
  }
}

// --- internal ---

const run = promisify(execFile);

function isThere(): Promise<boolean> {
  return access(`${postfixPaths.daemons}/master`).then(
    () => true,
    () => false,
  );
}

async function install(): Promise<void> {
  const env = {
    ...process.env,
    DEBIAN_FRONTEND: 'noninteractive',
    // Single-user mode: the package's scripts start no service.
    RUNLEVEL: '1',
  };
  const choice = 'postfix postfix/main_mailer_type select No configuration';
  await run('sh', ['-c', `echo "${choice}" | debconf-set-selections`], { env });
  await run('apt-get', ['update', '-q'], { env });
  await run('apt-get', ['install', '-q', '-y', '--no-install-recommends', 'postfix'], {
    env,
    maxBuffer: 64 * 1024 * 1024,
  });
}
